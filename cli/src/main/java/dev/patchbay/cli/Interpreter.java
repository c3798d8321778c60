package dev.patchbay.cli;

import dev.patchbay.cli.shell.ExitCode;
import dev.patchbay.gateway.text.Nearest;
import dev.patchbay.gateway.text.SafeText;
import java.io.PrintStream;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Understands arguments, and has done what they ask for.
final class Interpreter {

    private final String[] arguments;
    private final Environment environment;

    Interpreter(String[] arguments, Environment environment) {
        this.arguments = arguments;
        this.environment = environment;
    }

    ExitCode run() {
        Grammar grammar = new Grammar();
        Invocation invocation;
        try {
            if (grammar.wantsHelp(arguments)) {
                return say(environment.out(), grammar.usage(arguments), ExitCode.OK);
            }
            invocation = grammar.parse(arguments);
        } catch (ParameterException e) {
            // What was typed may have been pasted, and stands in the message as it is.
            say(environment.err(), "patchbay: " + SafeText.of(Problems.firstLine(e) + suggestion(e)), ExitCode.USAGE);
            return say(environment.err(), "patchbay: patchbay --help shows what it takes", ExitCode.USAGE);
        }
        if (invocation.version()) {
            return say(environment.out(), Cli.version(), ExitCode.OK);
        }
        return new Execution(invocation, environment).run();
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

    private static ExitCode say(PrintStream stream, String text, ExitCode code) {
        stream.println(text);
        stream.flush();
        return code;
    }
}
