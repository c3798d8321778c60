/// Measures servers: makes the [loads][dev.patchbay.api.load.Load] of their protocols, and tells what they took.
@NullMarked
package dev.patchbay.cli.bench;

import org.jspecify.annotations.NullMarked;
