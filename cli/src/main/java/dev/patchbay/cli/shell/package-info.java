/// Where a REPL reads and prints: the [Shell][dev.patchbay.cli.shell.Shell], how items look, and the shell of scripts.
@NullMarked
package dev.patchbay.cli.shell;

import org.jspecify.annotations.NullMarked;
