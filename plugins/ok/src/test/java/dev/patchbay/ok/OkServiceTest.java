package dev.patchbay.ok;

import dev.patchbay.testkit.ProtocolServer;
import dev.patchbay.testkit.TestPeer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class OkServiceTest {

    @AutoClose
    private final ProtocolServer server = ProtocolServer.start(new OkProtocol());

    @Test
    void whateverArrivesIsAnsweredWithTwoBytesAndNothingBeforeThem() {
        try (TestPeer peer = server.connect()) {
            for (String message : new String[] {"hello", "0005hello", "\n", "żółw", "\0"}) {
                peer.send(message);
                peer.expect("OK");
            }

            peer.closeOutput();
            peer.expectClosed();
        }
    }

    @Test
    void aSingleByteThatBeginsACharacterIsAnsweredToo() {
        try (TestPeer peer = server.connect()) {
            peer.sendBytes((byte) 0xc3);
            peer.expect("OK");
            peer.sendBytes((byte) 0xff, (byte) 0xf0);
            peer.expect("OK");
        }
    }

    @Test
    void throughTheLobbyTheBannerComesFirst() {
        try (TestPeer peer = server.connect("lobby")) {
            peer.expectFrame("Patchbay 1.0");
            peer.sendFrame("open ok");
            peer.expectFrame("OK Server 1.0");
            peer.send("hello");
            peer.expect("OK");
        }
    }
}
