package dev.patchbay.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.testkit.ProtocolServer;
import dev.patchbay.testkit.TestPeer;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Receivers that do not read.
class CrowdTest {

    private static final String LONG = "x".repeat(1000) + "\n";

    private final ProtocolServer server = ProtocolServer.start(new ChatOpenProtocol());
    private final List<TestPeer> readers = new ArrayList<>();
    private final List<Socket> idlers = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        readers.forEach(TestPeer::close);
        for (Socket idler : idlers) {
            idler.close();
        }
        server.close();
    }

    @Test
    void tenWhoNeverReadDoNotHoldUpNineHundredAndNinetyWhoDo() throws Exception {
        crowd(990, 10);
        try (TestPeer speaker = server.connect()) {
            CompletableFuture<?> present = all(reader -> Meeting.line(reader));
            await().atMost(50, TimeUnit.SECONDS).until(() -> {
                speaker.send("who is there?\n");
                return present.isDone();
            });
            speaker.send("now\n");
            CompletableFuture<?> told = all(reader -> {
                Meeting.skipTo("now", reader);
                reader.expect(LONG.repeat(20) + "end\n");
            });
            speaker.send(LONG.repeat(20) + "end\n");

            told.get(50, TimeUnit.SECONDS);
        }
    }

    @Test
    void whoNeverReadsIsDisconnectedInTheEndAndNobodyElse() throws Exception {
        crowd(5, 2);
        try (TestPeer speaker = server.connect()) {
            CompletableFuture<?> reading = all(reader -> {
                while (true) {
                    reader.receiveBytes(LONG.length());
                }
            });

            await().atMost(50, TimeUnit.SECONDS).pollInterval(10, TimeUnit.MILLISECONDS).until(() -> {
                speaker.send(LONG.repeat(100));
                return server.sessions() == readers.size() + 1;
            });

            speaker.send(LONG);
            assertThat(reading).isNotDone();
            assertThat(server.sessions()).isEqualTo(readers.size() + 1);
        }
    }

    private void crowd(int reading, int idle) throws IOException {
        for (int i = 0; i < idle; i++) {
            Socket idler = new Socket();
            idler.setReceiveBufferSize(4096);
            idler.connect(server.address());
            idlers.add(idler);
        }
        for (int i = 0; i < reading; i++) {
            readers.add(server.connect());
        }
        await().until(() -> server.sessions() == reading + idle);
    }

    /// {@return what is done when all readers have done this, each in a thread of its own}
    private CompletableFuture<?> all(Consumer<TestPeer> task) {
        return CompletableFuture.allOf(readers.stream()
                .map(reader -> CompletableFuture.runAsync(() -> task.accept(reader), run -> Thread.ofVirtual().start(run)))
                .toArray(CompletableFuture<?>[]::new));
    }
}
