package dev.patchbay.chat;

import dev.patchbay.testkit.ProtocolServer;
import dev.patchbay.testkit.TestPeer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatOpenServiceTest {

    @AutoClose
    private final ProtocolServer server = ProtocolServer.start(new ChatOpenProtocol());

    @Test
    void whatOneTypesComesToAllOthersAsItIs() {
        try (TestPeer one = server.connect();
                TestPeer two = server.connect();
                TestPeer three = server.connect()) {
            Meeting.of(one, two, three);

            one.send("Hello there");
            two.expect("Hello there");
            three.expect("Hello there");
            two.send("żółw\n\nexit now\r\nEXIT\n");
            one.expect("żółw\n\nexit now\r\nEXIT\n");
            three.expect("żółw\n\nexit now\r\nEXIT\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit", "exit\n", "exit\r\n", "exit\nnever said\n"})
    void whoSaysExitIsOutAndNobodyIsTold(String exit) {
        try (TestPeer one = server.connect();
                TestPeer two = server.connect();
                TestPeer leaving = server.connect()) {
            Meeting.of(one, two, leaving);

            leaving.send("bye\n");
            one.expect("bye\n");
            leaving.send(exit);
            leaving.expectClosed();
            two.send("gone\n");

            one.expect("gone\n");
        }
    }

    @Test
    void namedAndNamelessTalkAreTwoRooms() {
        try (ProtocolServer both = ProtocolServer.start(new ChatOpenProtocol(), new ChatProtocol());
                TestPeer one = both.connect("chat-open");
                TestPeer two = both.connect("chat-open");
                TestPeer alice = both.connect("chat");
                TestPeer bob = both.connect("chat")) {
            alice.send("alice\n");
            bob.send("bob\n");
            Meeting.of(one, two);
            Meeting.of(alice, bob);

            one.send("hello\n");
            two.expect("hello\n");
            alice.send("hi\n");
            bob.expect("[alice] hi\n");
            two.send("ho\n");
            one.expect("ho\n");
        }
    }

    @Test
    void throughTheLobbyTheBannerComesFirst() {
        try (TestPeer peer = server.connect("lobby")) {
            peer.expectFrame("Patchbay 1.0");
            peer.send(TestPeer.frame("open chat-open") + "exit");
            peer.expectFrame("Open Chat 1.0");
            peer.expectClosed();
        }
    }
}
