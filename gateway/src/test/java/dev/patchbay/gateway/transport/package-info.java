@NullMarked
package dev.patchbay.gateway.transport;

import org.jspecify.annotations.NullMarked;
