package dev.patchbay.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.StreamService;
import dev.patchbay.api.journal.JournalException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What of a service's journals outlasts the gateway.
class DurabilityTest {

    @TempDir
    Path folder;

    /// Notes each time that it is opened, and how often it had been before.
    private static TestProtocol notes(String name, List<Long> seen) {
        return new TestProtocol(ProtocolInfo.of(name, "1.0"), context -> {
            seen.add(context.journal("notes").snapshot().count());
            context.journal("notes").append("opened");
            return StreamService.of(peer -> {});
        });
    }

    @Test
    void journalOutlastsTheGatewayAndIsSharedByTheProtocolsOfAPlugin() throws Exception {
        List<Long> seen = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            TestGateway.start(folder, "", notes("one", seen), notes("two", seen)).close();
        }
        assertThat(seen).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void journalsOfAnEphemeralListenerAreItsOwnAndGoWithTheGateway() throws Exception {
        List<Long> durable = new ArrayList<>();
        List<Long> ephemeral = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            TestGateway.start(folder, "listener.fleeting.ephemeral = true\n", notes("fleeting", ephemeral), notes("lasting", durable)).close();
        }
        assertThat(ephemeral).containsExactly(0L, 0L);
        assertThat(durable).containsExactly(0L, 1L);
    }

    @Test
    void journalsAreReadableByTheirOwnerOnly() throws Exception {
        TestGateway.start(folder, "", notes("one", new ArrayList<>())).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data/journals.db")))).isEqualTo("rw-------");
    }

    @Test
    void gatewayWhoseJournalsCannotBeOpenedServesWhatNeedsNone() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/journals.db"), "no database");
        AtomicReference<ServiceContext> context = new AtomicReference<>();
        TestProtocol calm = new TestProtocol(ProtocolInfo.of("calm", "1.0").port(10777), given -> {
            context.set(given);
            return StreamService.of(peer -> peer.frames().send("hello"));
        });
        try (Gateway gateway = TestGateway.start(folder, "listener.calm.port = 0\n", calm);
                var socket = TestGateway.connect(gateway, "calm")) {
            assertThat(TestGateway.receiveAll(socket)).contains("hello");
            assertThatThrownBy(() -> context.get().journal("notes").append("x")).isInstanceOf(JournalException.class).hasMessageContaining("is damaged");
        }
    }
}
