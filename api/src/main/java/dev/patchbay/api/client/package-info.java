/// How a person speaks a protocol: a [ClientMode][dev.patchbay.api.client.ClientMode] opens a
/// [ClientSession][dev.patchbay.api.client.ClientSession] on a connection, which says what a typed line means and which
/// [Command][dev.patchbay.api.client.Command]s there are, and prints through a
/// [Console][dev.patchbay.api.client.Console].
///
/// Nothing here knows a terminal, so a mode runs the same in the REPL, in a script, and in a test.
@NullMarked
package dev.patchbay.api.client;

import org.jspecify.annotations.NullMarked;
