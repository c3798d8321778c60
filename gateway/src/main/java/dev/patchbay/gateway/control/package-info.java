/// The socket in the data folder through which a running gateway is asked.
@NullMarked
package dev.patchbay.gateway.control;

import org.jspecify.annotations.NullMarked;
