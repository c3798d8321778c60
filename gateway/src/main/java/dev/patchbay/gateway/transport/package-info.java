/// What moves the bytes: implementations of [dev.patchbay.api.wire.Transport] over sockets.
@NullMarked
package dev.patchbay.gateway.transport;

import org.jspecify.annotations.NullMarked;
