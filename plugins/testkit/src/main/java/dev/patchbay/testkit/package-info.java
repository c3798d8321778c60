/// For tests of plugins: a real gateway in-process ([ProtocolServer][dev.patchbay.testkit.ProtocolServer]), a peer that
/// speaks raw bytes to it ([TestPeer][dev.patchbay.testkit.TestPeer]), and a REPL without a terminal
/// ([ModeDriver][dev.patchbay.testkit.ModeDriver]). A protocol over connections gets its tests against bad input by extending
/// [StreamProtocolContract][dev.patchbay.testkit.StreamProtocolContract], and its loads theirs by
/// [LoadContract][dev.patchbay.testkit.LoadContract].
@NullMarked
package dev.patchbay.testkit;

import org.jspecify.annotations.NullMarked;
