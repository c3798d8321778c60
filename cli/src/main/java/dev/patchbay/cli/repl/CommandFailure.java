package dev.patchbay.cli.repl;

import dev.patchbay.cli.shell.ExitCode;
import dev.patchbay.cli.shell.Problem;
import java.util.ArrayList;
import java.util.List;

/// Says that a command could not do what it was asked for. No fault of ours, so it has no stack trace.
final class CommandFailure extends Exception {

    private final ExitCode code;
    private final transient Problem problem;

    CommandFailure(ExitCode code, Problem problem) {
        super(problem.message(), null, false, false);
        this.code = code;
        this.problem = problem;
    }

    static CommandFailure unreachable(String message, String... hints) {
        return new CommandFailure(ExitCode.CANNOT_CONNECT, Problem.of(message, hints));
    }

    /// {@return the same with this hint before the others}
    CommandFailure with(String hint) {
        List<String> hints = new ArrayList<>(List.of(hint));
        hints.addAll(problem.hints());
        return new CommandFailure(code, new Problem(problem.message(), hints));
    }

    ExitCode code() {
        return code;
    }

    Problem problem() {
        return problem;
    }
}
