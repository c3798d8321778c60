package dev.patchbay.gateway.journal.sqlite;

import dev.patchbay.gateway.journal.OwnedName;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// An entry on its way to the disk.
final class Append {

    final OwnedName journal;
    final @Nullable String id;
    final byte[] payload;

    /// Its offset, once it is durable.
    final CompletableFuture<Long> stored = new CompletableFuture<>();

    Append(OwnedName journal, @Nullable String id, byte[] payload) {
        this.journal = journal;
        this.id = id;
        this.payload = payload;
    }
}
