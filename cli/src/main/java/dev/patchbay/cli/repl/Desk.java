package dev.patchbay.cli.repl;

import dev.patchbay.cli.shell.Shell;

/// What every place of one REPL works with.
record Desk(Shell shell, Worker worker, Catalog catalog, Dialer dialer, Identity identity, Patience patience) {}
