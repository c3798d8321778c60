package dev.patchbay.cli.shell;

/// What a run tells whoever started it.
public enum ExitCode {

    /// Everything was done.
    OK(0),
    /// A command failed.
    FAILED(1),
    /// The command line, or the configuration, is not as it should be.
    USAGE(2),
    /// The server cannot be reached, or no gateway runs.
    CANNOT_CONNECT(3),
    /// The server speaks another protocol, or one that nobody here knows.
    WRONG_PROTOCOL(4);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /// {@return the number for the system}
    public int number() {
        return number;
    }
}
