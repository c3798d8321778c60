package dev.patchbay.gateway.plugin;

import java.nio.file.Files;

/// A candidate whose manifest says what plugin it is, and that may be loaded from its private copy.
///
/// @param candidate where it lies
/// @param label     what is known of it
/// @param copy      what it is loaded from; gone if nobody wanted to load it
record Identified(Candidate candidate, Label label, PrivateCopy copy) implements Finding {

    boolean isCopied() {
        return Files.isDirectory(copy.folder());
    }

    boolean is(Plugin plugin) {
        return label.id().equals(plugin.id()) && label.checksum().equals(plugin.label().checksum());
    }
}
