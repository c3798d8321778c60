/// A comparison of the gateway with other servers of the same protocols, in one run on one machine.
@NullMarked
package dev.patchbay.peers;

import org.jspecify.annotations.NullMarked;
