/// The [Shell][dev.patchbay.cli.shell.Shell] of a person at a terminal. The only package that knows JLine, and the last to be loaded.
@NullMarked
package dev.patchbay.cli.terminal;

import org.jspecify.annotations.NullMarked;
