package dev.patchbay.api.client;

import dev.patchbay.api.Stable;
import dev.patchbay.api.Stable.Implementer;

/// How far something long has come. Close it when it has ended, well or not.
///
/// Not for implementation by plugins, except in their tests.
@Stable(since = "1.0", implementedBy = Implementer.HOST)
public interface Progress extends AutoCloseable {

    /// Says how much is done by now.
    ///
    /// @param done in bytes, from the beginning
    void at(long done);

    @Override
    void close();
}
