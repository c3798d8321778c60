/// What an operator can set: `patchbay.toml`, read completely and checked against what the plugins declare.
@NullMarked
package dev.patchbay.gateway.config;

import org.jspecify.annotations.NullMarked;
