package dev.patchbay.peers;

import java.util.List;

/// A server that takes part.
///
/// @param command starts it; it prints a line `PROTOCOL HOST:PORT` for each listener, then `ready`
record Peer(String name, List<String> command) {}
