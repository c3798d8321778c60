package dev.patchbay.gateway.transport;

/// The way into a connection: a source that says whether it is worth asking.
interface Inlet extends Source {

    /// {@return whether bytes are there, or may be, or the end; if not, the handler is woken when that changes}
    boolean isReady();

    /// Tells, by the loop's thread, that the socket has something.
    void readable();

    /// Ends the stream for the handler, now and for a read that waits.
    void stop();

    /// Tells that the connection has been closed here.
    void closed();
}
