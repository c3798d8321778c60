package dev.patchbay.gateway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.journal.JournalException;
import dev.patchbay.api.journal.Snapshot;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {

    private static final OwnedName BOARD = new OwnedName("bbs", "board");
    private static final OwnedName OTHER = new OwnedName("bbs", "other");

    @Test
    void oldEntriesOfAJournalGoWhenTheMemoryIsUsedUp() {
        try (MemoryStore store = new MemoryStore(1_000_000, Clock.systemUTC(), new MemoryBudget(1 << 20))) {
            for (int i = 0; i < 1000; i++) {
                store.append(BOARD, null, new byte[10_000]);
            }

            try (Snapshot all = store.read(BOARD, 0, Long.MAX_VALUE)) {
                assertThat(all.count()).isBetween(50L, 105L);
            }
        }
    }

    @Test
    void anEntryThatFitsNowhereIsRefusedAndTheOthersStay() {
        try (MemoryStore store = new MemoryStore(1_000_000, Clock.systemUTC(), new MemoryBudget(1 << 20))) {
            store.append(BOARD, null, new byte[1_000_000]);

            assertThatThrownBy(() -> store.append(OTHER, null, new byte[1_000_000]))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("1 MB");
            try (Snapshot all = store.read(BOARD, 0, Long.MAX_VALUE)) {
                assertThat(all.count()).isEqualTo(1);
            }
        }
    }
}
