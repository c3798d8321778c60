package dev.patchbay.api.client;

/// Whether what a server says first belongs to a protocol.
public enum Match {
    /// It does.
    YES,
    /// It does not, whatever follows.
    NO,
    /// It may: too little has arrived to tell.
    NEED_MORE
}
