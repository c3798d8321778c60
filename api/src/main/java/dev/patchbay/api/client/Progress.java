package dev.patchbay.api.client;

/// How far something long has come. Close it when it has ended, well or not.
///
/// Not for implementation by plugins, except in their tests.
public interface Progress extends AutoCloseable {

    /// Says how much is done by now.
    ///
    /// @param done in bytes, from the beginning
    void at(long done);

    @Override
    void close();
}
