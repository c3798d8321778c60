package dev.patchbay.cli.bench;

/// A run that finds something out about a server.
public interface Measurement {

    /// Does it, once.
    ///
    /// @throws BenchFailure if there is nothing to be found out
    Outcome take() throws InterruptedException;
}
