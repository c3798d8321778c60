package dev.patchbay.cli;

import dev.patchbay.cli.shell.ExitCode;
import java.util.List;
import java.util.Optional;

/// The command line: from arguments to an exit code. Nothing here ends the process.
public final class Cli {

    /// What is started most, and needs no parser: no archive takes the old form of its classes, so they cost a tenth of a second.
    private static final List<List<String>> PLAIN = List.of(List.of(), List.of("serve"));

    private Cli() {}

    /// Does what the arguments ask for. Results that could not be written are a failure, told in a line; not if whoever was reading them
    /// has gone, who knows that.
    public static ExitCode run(String[] arguments, Environment environment) {
        ExitCode code = answer(arguments, environment);
        Optional<String> lost = environment.out().failure();
        if (lost.isEmpty()) {
            return code;
        }
        if (!environment.out().unread()) {
            environment.err().println("patchbay: cannot write the output: " + lost.get());
            environment.err().flush();
        }
        return code == ExitCode.OK ? ExitCode.FAILED : code;
    }

    private static ExitCode answer(String[] arguments, Environment environment) {
        if (List.of(arguments).equals(List.of("--version"))) {
            // The one answer that needs no parser; naming a class of it here would already load a part.
            environment.out().println(version());
            environment.out().flush();
            return ExitCode.OK;
        }
        if (List.of(arguments).equals(List.of("--rehearse"))) {
            // For the launcher, so the help does not tell of it.
            return Rehearsal.run(environment);
        }
        if (PLAIN.contains(List.of(arguments))) {
            return new Execution(Invocation.of(arguments.length == 0 ? "repl" : arguments[0]), environment).run();
        }
        return new Interpreter(arguments, environment).run();
    }

    static String version() {
        return "patchbay " + Optional.ofNullable(Cli.class.getPackage().getImplementationVersion()).orElse("(not packaged)");
    }
}
