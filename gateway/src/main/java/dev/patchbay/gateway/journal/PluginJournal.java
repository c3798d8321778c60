package dev.patchbay.gateway.journal;

import dev.patchbay.api.journal.Follower;
import dev.patchbay.api.journal.Journal;
import dev.patchbay.api.journal.Snapshot;
import dev.patchbay.api.journal.Subscription;

/// A journal as one plugin sees it.
record PluginJournal(PluginJournals scope, Journals journals, OwnedName name) implements Journal {

    private static final int MAX_SIZE = 16 << 20;

    @Override
    public long append(byte[] payload) {
        checkSize(payload);
        return journals.append(name, null, payload);
    }

    @Override
    public long append(String id, byte[] payload) {
        OwnedName.checkSize("the id of an entry", id);
        checkSize(payload);
        return journals.append(name, id, payload);
    }

    private static void checkSize(byte[] payload) {
        if (payload.length > MAX_SIZE) {
            throw new IllegalArgumentException("an entry has at most " + MAX_SIZE + " bytes, not " + payload.length);
        }
    }

    @Override
    public Snapshot snapshot() {
        return read(0, Long.MAX_VALUE);
    }

    @Override
    public Snapshot read(long from, long max) {
        return journals.store().read(name, from, Math.max(0, max));
    }

    @Override
    public Snapshot tail(long max) {
        return journals.store().tail(name, Math.max(0, max));
    }

    @Override
    public Subscription follow(long from, Follower follower) {
        return scope.follow(name, from, follower);
    }

    @Override
    public String toString() {
        return "journal " + name;
    }
}
