package dev.patchbay.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.StreamService;
import dev.patchbay.api.client.Item;
import dev.patchbay.api.journal.Journal;
import dev.patchbay.api.journal.Snapshot;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingTest {

    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

    private static final class Oracle implements Protocol {

        @Override
        public ProtocolInfo info() {
            return ProtocolInfo.of("oracle", "1.0").silent();
        }

        @Override
        public Service open(ServiceContext context) {
            context.report(Item.of("opened"));
            Journal omens = context.journal("omens");
            omens.append("eclipse");
            return StreamService.of(peer -> {
                try (Snapshot entries = omens.snapshot()) {
                    Instant written = entries.iterator().next().time();
                    peer.lines().send(context.clock().instant() + " " + written + " " + context.random().nextInt(100));
                }
            });
        }
    }

    @Test
    void servicesAndJournalsHaveTheTimeAndTheRandomnessThatWereBroughtAlong(@TempDir Path folder) throws Exception {
        List<Item> reports = new ArrayList<>();
        Embedding embedding = Embedding.NONE
                .withProtocols(List.of(new Oracle()))
                .withReports(reports::add)
                .withClock(Clock.fixed(NEW_YEAR, ZoneOffset.UTC))
                .withRandom(new Random(7));

        try (Gateway gateway = Gateway.start(TestGateway.settings(folder, "listener.oracle.port = 0\n", true), embedding);
                Socket socket = TestGateway.connect(gateway, "oracle")) {
            assertThat(TestGateway.receiveAll(socket)).isEqualTo(NEW_YEAR + " " + NEW_YEAR + " " + new Random(7).nextInt(100) + "\n");
        }
        assertThat(reports).hasSize(1);
    }
}
