package dev.patchbay.cli.bench;

import dev.patchbay.cli.shell.ExitCode;
import dev.patchbay.cli.shell.Problem;

/// Says that nothing can be measured, and why. No fault of ours, so it has no stack trace; unchecked, because it goes through the code of
/// plugins.
public final class BenchFailure extends RuntimeException {

    private final ExitCode code;
    private final transient Problem problem;

    /// Creates a failure that ends the run with this code.
    public BenchFailure(ExitCode code, String message, String... hints) {
        super(message, null, false, false);
        this.code = code;
        problem = Problem.of(message, hints);
    }

    /// {@return what to tell whoever started the run}
    public ExitCode code() {
        return code;
    }

    /// {@return what to tell the user}
    public Problem problem() {
        return problem;
    }
}
