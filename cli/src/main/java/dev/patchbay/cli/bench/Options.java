package dev.patchbay.cli.bench;

import java.util.Optional;

/// How a user wants something to be measured; what is not said is as usual.
///
/// @param connections how many connections
/// @param depth       how many requests at a time on each
/// @param size        the size of a request or a file, such as `100` or `1 MB`
/// @param seconds     how long it is measured
/// @param warmup      how many seconds it runs before that
/// @param to          the address of the server
public record Options(
        Optional<Integer> connections,
        Optional<Integer> depth,
        Optional<String> size,
        Optional<Double> seconds,
        Optional<Double> warmup,
        Optional<String> to) {

    /// Nothing is said: everything has its default.
    public static final Options NONE = new Options(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
