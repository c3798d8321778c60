/// A plugin of which there can be any number.
@NullMarked
package dev.patchbay.peers.plugin;

import org.jspecify.annotations.NullMarked;
