package dev.patchbay.api.journal;

import dev.patchbay.api.Stable;
import dev.patchbay.api.Stable.Implementer;

/// Something that goes on until it is closed. Closing it again does nothing; what was obtained through a
/// [dev.patchbay.api.ServiceContext] ends at the latest with it.
///
/// Not for implementation by plugins.
@Stable(since = "1.0", implementedBy = Implementer.HOST)
public interface Subscription extends AutoCloseable {

    /// Ends it. A call that is just under way may still finish after this returns.
    @Override
    void close();
}
