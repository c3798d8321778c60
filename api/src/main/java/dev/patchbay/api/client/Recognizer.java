package dev.patchbay.api.client;

import dev.patchbay.api.Stable;
import dev.patchbay.api.Stable.Implementer;
import java.nio.ByteBuffer;

/// What a [ClientMode] may also be: able to tell its protocol from what a server says first, where that is not the protocol's
/// banner. (Banners are recognised by the host.)
@Stable(since = "1.0", implementedBy = Implementer.PLUGIN)
@FunctionalInterface
public interface Recognizer {

    /// {@return whether a server that begins like this speaks the protocol}
    ///
    /// Nothing is consumed: the session finds these bytes in its connection.
    ///
    /// @param received what has arrived so far, at least one byte; read-only
    Match recognize(ByteBuffer received);
}
