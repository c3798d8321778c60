package dev.patchbay.gateway.journal.sqlite;

import dev.patchbay.gateway.journal.OwnedName;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiConsumer;

/// Knows which journals are to be rid of what has expired: all of them now and then, and sooner those that have grown. Used by one
/// thread.
final class Sweeper {

    private static final Logger LOG = System.getLogger("patchbay.journals");
    private static final Duration PERIOD = Duration.ofSeconds(30);

    /// So often that one step deletes more than has come meanwhile.
    private static final int ENTRIES = Ledger.SOME / 2;

    private final BiConsumer<OwnedName, Range> visible;
    private final Set<OwnedName> due = new LinkedHashSet<>();
    private final Set<OwnedName> grown = new HashSet<>();
    private final Set<OwnedName> damaged = new HashSet<>();
    private int appended;
    private long next = System.nanoTime();

    /// @param visible is told what is visible of a journal after it was swept
    Sweeper(BiConsumer<OwnedName, Range> visible) {
        this.visible = visible;
    }

    /// Notes that entries have come.
    void grew(Collection<OwnedName> journals, int entries) {
        grown.addAll(journals);
        appended += entries;
        if (appended >= ENTRIES) {
            due.addAll(grown);
            grown.clear();
            appended = 0;
        }
    }

    /// {@return in how many nanoseconds there is something to do}
    long patience() {
        return due.isEmpty() ? Math.max(0, next - System.nanoTime()) : 0;
    }

    /// Does one small step, if there is one to do, so that whoever appends does not wait for it.
    void step(Ledger ledger) throws SQLException {
        if (System.nanoTime() - next >= 0) {
            due.addAll(ledger.journals());
            next = System.nanoTime() + PERIOD.toNanos();
        }
        due.removeAll(damaged);
        if (!due.isEmpty()) {
            sweep(ledger, due.iterator().next());
        }
    }

    /// What is damaged cannot be deleted and takes its room for ever; whoever appends to the same journal is not concerned.
    private void sweep(Ledger ledger, OwnedName journal) throws SQLException {
        try {
            Ledger.Swept swept = ledger.sweep(journal);
            visible.accept(journal, swept.range());
            if (!swept.more()) {
                due.remove(journal);
            }
        } catch (SQLException e) {
            if (!Failure.isDamage(e)) {
                throw e;
            }
            LOG.log(Level.ERROR, "journal " + journal + ": old entries are damaged, so that they cannot be deleted: " + e.getMessage());
            damaged.add(journal);
            ledger.undo();
        }
    }
}
