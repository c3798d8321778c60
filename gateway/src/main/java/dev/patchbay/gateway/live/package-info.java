/// Keeps what is served in step with the plugin folder: generations of plugins come, are drained and go.
@NullMarked
package dev.patchbay.gateway.live;

import org.jspecify.annotations.NullMarked;
