/// Replays the READMEs: what they show is what happens.
@NullMarked
package dev.patchbay.cli.readme;

import org.jspecify.annotations.NullMarked;
