/// UDP broadcast: short texts to everybody in the local network, and a bridge to them for connections.
@NullMarked
package dev.patchbay.udpbroadcast;

import org.jspecify.annotations.NullMarked;
