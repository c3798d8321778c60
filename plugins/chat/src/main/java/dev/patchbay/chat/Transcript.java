package dev.patchbay.chat;

import dev.patchbay.api.journal.Entry;
import dev.patchbay.api.journal.Journal;
import dev.patchbay.api.journal.Snapshot;
import dev.patchbay.api.wire.Frames;

/// What was said in a chat from its beginning, in a journal.
record Transcript(Journal journal) {

    /// Returns when it is durable.
    void add(String entry) {
        journal.append(entry);
    }

    /// Sends the count and then the entries. The count is a promise to the client, so both come from one snapshot.
    void sendTo(Frames frames) {
        try (Snapshot entries = journal.snapshot()) {
            frames.send(Long.toString(entries.count()));
            for (Entry entry : entries) {
                frames.send(Frames.cut(entry.text()));
            }
        }
    }
}
