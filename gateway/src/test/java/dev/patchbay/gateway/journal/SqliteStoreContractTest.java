package dev.patchbay.gateway.journal;

import dev.patchbay.gateway.journal.sqlite.SqliteStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;

/// What the SQLite store promises as every store does.
final class SqliteStoreContractTest extends StoreContract {

    @TempDir
    static Path folder;

    private static final AtomicInteger FILES = new AtomicInteger();

    @Override
    Store open(int keep) {
        Path file = folder.resolve(FILES.incrementAndGet() + ".db");
        return SqliteStore.open(file, folder, new Retention(keep, Duration.ZERO, 1L << 30), Clock.systemUTC());
    }
}
