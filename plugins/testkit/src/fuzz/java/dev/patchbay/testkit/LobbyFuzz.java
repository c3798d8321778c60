package dev.patchbay.testkit;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.Frames;
import dev.patchbay.gateway.listen.Lobby;
import java.time.Duration;
import java.util.List;

/// The lobby: any bytes are answered by whole messages, or end the connection.
class LobbyFuzz {

    @FuzzTest
    void answersAreWholeMessages(byte[] input) throws Exception {
        CannedTransport transport = new CannedTransport(input, 7);
        try {
            new Lobby(List::of, Duration.ofSeconds(1)).serve(new Connection(transport));
        } catch (ConnectionException e) {
            // What was answered before counts all the same.
        }
        Frames answers = new Connection(new CannedTransport(transport.sent(), 1000)).frames();
        while (answers.hasNext()) {
            answers.receive();
        }
    }
}
