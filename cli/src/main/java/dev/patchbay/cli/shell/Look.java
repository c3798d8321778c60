package dev.patchbay.cli.shell;

/// What a line being typed would be if it were entered now.
public enum Look {
    /// A command.
    COMMAND,
    /// Text for the server, or nothing yet.
    TEXT,
    /// Neither: no command begins like this.
    UNKNOWN
}
