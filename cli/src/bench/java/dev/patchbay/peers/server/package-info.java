/// Servers of calc-binary and chat on other foundations, each a program of its own. They print where they listen as the gateway does.
@NullMarked
package dev.patchbay.peers.server;

import org.jspecify.annotations.NullMarked;
