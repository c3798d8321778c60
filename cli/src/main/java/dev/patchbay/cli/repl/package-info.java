/// What the user's lines do: the dispatcher, the places a user can be in, dialling and negotiation.
///
/// [Repl][dev.patchbay.cli.repl.Repl] reads lines from a [Shell][dev.patchbay.cli.shell.Shell] and hands them to the
/// `Place` the user is in: the top, a lobby, or a call to a server. Nothing here knows a terminal library.
@NullMarked
package dev.patchbay.cli.repl;

import org.jspecify.annotations.NullMarked;
