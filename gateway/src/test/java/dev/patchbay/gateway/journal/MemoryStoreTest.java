package dev.patchbay.gateway.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.journal.Snapshot;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MemoryStoreTest extends StoreContract {

    private static final OwnedName BOARD = new OwnedName("bbs", "board");

    @Override
    Store open(int keep) {
        return new MemoryStore(keep, Clock.systemUTC());
    }

    @Test
    void expiredEntryOfASnapshotIsAPlaceholderSoThatASlowReaderHoldsNoMemory() {
        try (Store store = open(1)) {
            store.append(BOARD, null, new byte[] {'a'});
            Snapshot snapshot = store.read(BOARD, 0, 9);
            store.append(BOARD, null, new byte[] {'b'});

            assertThat(snapshot).singleElement().satisfies(entry -> {
                assertThat(entry.damaged()).isTrue();
                assertThat(entry.text()).isEqualTo("[entry 1: expired]");
            });
        }
    }

    @Test
    void entriesCarryTheTimeOfTheirAppend() {
        Instant noon = Instant.parse("2026-01-01T12:00:00Z");
        try (Store store = new MemoryStore(1, Clock.fixed(noon, ZoneOffset.UTC))) {
            store.append(BOARD, null, new byte[0]);

            assertThat(store.read(BOARD, 0, 9)).singleElement().satisfies(entry -> assertThat(entry.time()).isEqualTo(noon));
        }
    }
}
