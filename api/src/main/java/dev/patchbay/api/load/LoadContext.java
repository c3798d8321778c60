package dev.patchbay.api.load;

import dev.patchbay.api.Stable;
import dev.patchbay.api.Stable.Implementer;
import dev.patchbay.api.wire.Connection;
import java.io.IOException;

/// What a host gives to one exchange. To be used by the thread of the exchange.
///
/// Not for implementation by plugins, except in their tests: it grows.
@Stable(since = "1.1", implementedBy = Implementer.HOST)
public interface LoadContext {

    /// Connects to the server. A banner has been read. Most exchanges do it once, when they are opened; the host closes all that an
    /// exchange has connected when it is over.
    ///
    /// @throws IOException if the server cannot be reached; the message tells the user so
    Connection connect() throws IOException;

    /// {@return which of the exchanges it is, from 0 on}
    ///
    /// The first one is opened before the others and closed after them, so it can prepare what all of them need.
    int index();

    /// {@return how many connections the user wants: as many exchanges, unless the load is [joint][Load#joint]}
    int connections();

    /// {@return how many requests will be under way at a time, at least 1}
    int depth();

    /// {@return the size that the user wants, or that the load has by default, in bytes; 0 if the load has none}
    long size();

    /// Counts what came with a reply, for a load that [counts][Load#counting] something beside its exchanges.
    ///
    /// @param amount how much of it
    void count(long amount);
}
