package dev.patchbay.api.client;

import dev.patchbay.api.Stable;

/// Whether what a server says first belongs to a protocol.
@Stable(since = "1.0")
public enum Match {
    /// It does.
    YES,
    /// It does not, whatever follows.
    NO,
    /// It may: too little has arrived to tell.
    NEED_MORE
}
