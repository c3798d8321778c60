/// Listeners and a connection's way through them: limits, banner, service, drain, one log line.
@NullMarked
package dev.patchbay.gateway.listen;

import org.jspecify.annotations.NullMarked;
