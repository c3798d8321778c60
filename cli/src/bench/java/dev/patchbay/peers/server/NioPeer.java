package dev.patchbay.peers.server;

/// What a selector's key stands for.
interface NioPeer {

    /// Does what can be done now; called by the loop.
    void ready();
}
