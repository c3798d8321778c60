package dev.patchbay.peers;

import java.util.List;

/// A server that takes part.
///
/// @param name what it is called on the command line
/// @param title what it is called in the table
/// @param command starts it; it prints a line `PROTOCOL HOST:PORT` for each listener, then `ready`
record Peer(String name, String title, List<String> command) {

    /// A word of a command that stands for a folder which each server has for itself.
    static final String FOLDER = "{folder}";
}
