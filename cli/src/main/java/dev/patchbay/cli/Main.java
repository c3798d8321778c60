package dev.patchbay.cli;

/// Where the process begins, and the only place where it ends.
public final class Main {

    private Main() {}

    /// Runs the command line and exits with its code.
    public static void main(String[] arguments) {
        System.exit(Cli.run(arguments, Environment.ofProcess()).number());
    }
}
