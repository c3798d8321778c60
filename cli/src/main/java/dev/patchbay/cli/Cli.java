package dev.patchbay.cli;

import dev.patchbay.cli.shell.ExitCode;
import dev.patchbay.cli.shell.Problem;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import dev.patchbay.gateway.text.Nearest;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command line: from arguments to an exit code. Nothing here ends the process.
public final class Cli {

    private Cli() {}

    /// Does what the arguments ask for.
    public static ExitCode run(String[] arguments, Environment environment) {
        if (List.of(arguments).equals(List.of("--version"))) {
            // The one answer that needs no parser.
            return say(environment.out(), version());
        }
        Grammar grammar = new Grammar();
        Invocation invocation;
        try {
            if (grammar.wantsHelp(arguments)) {
                return say(environment.out(), grammar.usage(arguments));
            }
            invocation = grammar.parse(arguments);
        } catch (ParameterException e) {
            environment.err().println("patchbay: " + Problems.firstLine(e) + suggestion(e));
            return say(environment.err(), "patchbay: patchbay --help shows what it takes", ExitCode.USAGE);
        }
        if (invocation.version()) {
            return say(environment.out(), version());
        }
        try {
            return run(invocation, environment);
        } catch (IllegalArgumentException e) {
            Problem problem = Problem.of(Problems.firstLine(e));
            return say(environment.err(), invocation.scriptFormat(environment).problem(problem), ExitCode.USAGE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
        }
    }

    private static ExitCode run(Invocation invocation, Environment environment) throws InterruptedException {
        Folders folders = new Folders(environment);
        return switch (invocation.task()) {
            case "serve" -> new Serving(invocation, environment, folders).run();
            case "status", "plugins", "protocols" -> new Asking(invocation, environment, folders).run();
            default -> new Talking(invocation, environment, folders).run();
        };
    }

    private static String suggestion(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        String word = unmatched.getUnmatched().getFirst();
        if (word.contains(":")) {
            return "; did you mean: patchbay connect " + word;
        }
        return Nearest.to(word, Grammar.words(e.getCommandLine())).map(near -> "; did you mean: " + near).orElse("");
    }

    private static String version() {
        return "patchbay " + Optional.ofNullable(Cli.class.getPackage().getImplementationVersion()).orElse("(not packaged)");
    }

    private static ExitCode say(PrintStream stream, String text) {
        return say(stream, text, ExitCode.OK);
    }

    private static ExitCode say(PrintStream stream, String text, ExitCode code) {
        stream.println(text);
        stream.flush();
        return code;
    }
}
