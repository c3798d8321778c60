package dev.patchbay.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

/// What surrounds a run: variables, streams, and which of them are a terminal. Given from outside, so that a test is a run too.
///
/// @param variables   the environment variables
/// @param home        the folder of the distribution, if the launcher named it
/// @param in          standard input
/// @param out         standard output
/// @param err         standard error
/// @param typed       whether a person types the input
/// @param read        whether a person reads the output
public record Environment(
        Map<String, String> variables,
        Optional<String> home,
        InputStream in,
        Output out,
        PrintStream err,
        boolean typed,
        boolean read) {

    /// {@return the surroundings of this process}
    public static Environment ofProcess() {
        // The launcher has looked at each stream; the JDK, which loads much to find out, can only tell whether both are a terminal.
        String terminals = Optional.ofNullable(System.getProperty("patchbay.terminals")).orElseGet(Environment::terminals);
        return new Environment(
                System.getenv(),
                Optional.ofNullable(System.getProperty("patchbay.home")).or(() -> Optional.ofNullable(System.getenv("PATCHBAY_HOME"))),
                System.in,
                new Output(new FileOutputStream(FileDescriptor.out)),
                new Output(new FileOutputStream(FileDescriptor.err)),
                terminals.contains("in"),
                terminals.contains("out"));
    }

    private static String terminals() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).map(console -> "in,out").orElse("");
    }

    /// {@return the value of a variable, if it is set and not empty}
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    /// {@return what the system calls the user; possibly empty}
    String userName() {
        return variable("USER").orElseGet(() -> System.getProperty("user.name", ""));
    }
}
