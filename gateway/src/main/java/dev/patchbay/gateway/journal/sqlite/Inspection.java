package dev.patchbay.gateway.journal.sqlite;

import dev.patchbay.api.journal.JournalException;
import dev.patchbay.api.journal.Snapshot;
import dev.patchbay.gateway.journal.OwnedName;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Looks into a file of journals, and changes nothing in it. A gateway may write to it meanwhile.
///
/// Safe for all threads. All methods throw [JournalException] if the file cannot be read.
public final class Inspection implements AutoCloseable {

    private final Path file;
    private final Readers readers;

    /// @param file      must be there
    /// @param libraries where the native library is unpacked; whoever can write there can run code as this process
    public Inspection(Path file, Path libraries) {
        SqliteStore.loadLibrary(libraries);
        this.file = file;
        readers = new Readers(file);
    }

    /// {@return all journals there are, sorted by plugin and name}
    public List<OwnedName> journals() {
        return readers.read(EntryReader::journals);
    }

    /// {@return the entries there are now from an offset on; none if there is no such journal}
    public Snapshot read(OwnedName journal, long from) {
        return snapshot(range(journal).slice(from, Long.MAX_VALUE));
    }

    /// {@return the newest entries there are now, at most `max`, oldest first; none if there is no such journal}
    public Snapshot tail(OwnedName journal, long max) {
        return snapshot(range(journal).tail(max));
    }

    /// {@return what is wrong with the structure of the file and of the log beside it, a line each}
    public List<String> structure() {
        List<String> lines = new ArrayList<>(readers.read(EntryReader::structure));
        WriteAheadLog.damageAtRest(file).ifPresent(place -> lines.add("the write-ahead log is damaged at byte " + place
                + ": the entries behind it are lost; the gateway keeps a copy of it when it starts"));
        return lines;
    }

    /// {@return the lowest offset there is of a journal now}
    public long first(OwnedName journal) {
        return range(journal).first();
    }

    private Range range(OwnedName journal) {
        return readers.read(reader -> reader.find(journal)).orElse(Range.NONE);
    }

    private Snapshot snapshot(Range range) {
        return new StoredSnapshot(
                range,
                Instant.now(Clock.systemUTC()),
                from -> readers.read(reader -> reader.read(range, from, reader.first(range.journal()))),
                offset -> offset < readers.<Long>read(reader -> reader.first(range.journal())) ? "expired" : "damaged");
    }

    @Override
    public void close() {
        readers.close();
    }
}
