/// The command line: reads what the user wants, and gives every run an exit code.
///
/// - `shell`: where a REPL reads and prints, when that is not a terminal
/// - `terminal`: the same on a terminal; the only package that knows JLine
/// - `repl`: what the user's lines do; knows neither
@NullMarked
package dev.patchbay.cli;

import org.jspecify.annotations.NullMarked;
