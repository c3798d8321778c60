package dev.patchbay.cli.repl;

import java.io.IOException;

/// A lobby that leads to `echo`, which answers with what it hears, and to `closed`, which it then does not have.
final class TestLobby {

    private TestLobby() {}

    static ScriptedServer start() {
        return new ScriptedServer(TestLobby::serve);
    }

    private static void serve(Peer peer) throws IOException {
        peer.sendFrame("Patchbay 1.0");
        while (true) {
            String request = peer.receiveFrame();
            switch (request) {
                case "protocols" -> {
                    peer.sendFrame("2");
                    peer.sendFrame("echo 1.0 10777 Echo Server 1.0");
                    peer.sendFrame("closed 1.0 - Closed 1.0");
                }
                case "open echo" -> {
                    peer.sendFrame("Echo Server 1.0");
                    echo(peer);
                    return;
                }
                case "quit" -> {
                    return;
                }
                default -> peer.sendFrame("error: unknown protocol " + request.substring("open ".length()));
            }
        }
    }

    static void echo(Peer peer) throws IOException {
        String frame = peer.receiveFrame();
        while (!frame.equals("quit")) {
            peer.sendFrame(frame);
            frame = peer.receiveFrame();
        }
    }
}
