package dev.patchbay.gateway;

import dev.patchbay.api.journal.Entry;
import dev.patchbay.api.journal.JournalException;
import dev.patchbay.api.journal.Snapshot;
import dev.patchbay.gateway.journal.OwnedName;
import dev.patchbay.gateway.journal.sqlite.Inspection;
import dev.patchbay.gateway.text.Nearest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The journals of a data folder, to look at, whether a gateway runs on it or not. Nothing is changed.
///
/// ```java
/// try (JournalFile journals = JournalFile.open(data)) {
///     journals.tail("bbs/board", 10).forEach(entry -> System.out.println(entry.text()));
/// }
/// ```
///
/// A journal is named by its plugin's id, a slash, and its name within the plugin. Safe for all threads. All methods throw
/// [JournalException] if the file cannot be read; its message says what to do.
public final class JournalFile implements AutoCloseable {

    private final Inspection inspection;

    private JournalFile(Inspection inspection) {
        this.inspection = inspection;
    }

    /// Opens the journals.
    ///
    /// @param data the data folder of a gateway
    /// @throws JournalException if there are none
    public static JournalFile open(Path data) {
        Path file = data.resolve(Parts.JOURNALS);
        if (!Files.exists(file)) {
            throw new JournalException("there are no journals in the data folder " + data + ": give another one with --data", null);
        }
        return new JournalFile(new Inspection(file, data.resolve(Parts.LIBRARIES)));
    }

    /// {@return a row for each journal, sorted by name}
    public List<JournalRow> rows() {
        return inspection.journals().stream().map(this::row).toList();
    }

    private JournalRow row(OwnedName journal) {
        Snapshot all = inspection.read(journal, 0);
        return new JournalRow(journal.toString(), all.count(), first(all), first(inspection.tail(journal, 1)));
    }

    private static Optional<Entry> first(Snapshot entries) {
        return entries.count() > 0 ? Optional.of(entries.iterator().next()) : Optional.empty();
    }

    /// {@return the entries there are now from an offset on}
    ///
    /// @throws IllegalArgumentException if there is no such journal
    public Snapshot read(String journal, long from) {
        return inspection.read(known(journal), from);
    }

    /// {@return the newest entries there are now, at most `max`, oldest first}
    ///
    /// @throws IllegalArgumentException if there is no such journal
    public Snapshot tail(String journal, long max) {
        return inspection.tail(known(journal), max);
    }

    /// {@return the lowest offset there is now; what stands below it has expired}
    ///
    /// @throws IllegalArgumentException if there is no such journal
    public long first(String journal) {
        return inspection.first(known(journal));
    }

    private OwnedName known(String journal) {
        List<OwnedName> all = inspection.journals();
        return all.stream().filter(each -> each.toString().equals(journal)).findFirst().orElseThrow(() -> {
            Optional<String> near = Nearest.to(journal, all.stream().map(OwnedName::toString).toList());
            return new IllegalArgumentException("there is no journal '" + journal + "'"
                    + near.map(name -> "; did you mean: " + name).orElse(": `patchbay journal list` shows them"));
        });
    }

    /// {@return what is wrong with the structure of the file, a line each; reading all entries shows what is wrong with them}
    public List<String> structure() {
        return inspection.structure();
    }

    @Override
    public void close() {
        inspection.close();
    }
}
