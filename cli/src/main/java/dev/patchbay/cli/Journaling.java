package dev.patchbay.cli;

import dev.patchbay.api.client.Item;
import dev.patchbay.api.journal.Entry;
import dev.patchbay.api.journal.JournalException;
import dev.patchbay.api.journal.Snapshot;
import dev.patchbay.cli.shell.ExitCode;
import dev.patchbay.cli.shell.Format;
import dev.patchbay.cli.shell.JsonFormat;
import dev.patchbay.cli.shell.Problem;
import dev.patchbay.gateway.JournalFile;
import dev.patchbay.gateway.JournalRow;
import dev.patchbay.gateway.text.Nearest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Looks into the journals of the data folder: `journal list|tail|export|check`. It reads the file itself, so a gateway may run
/// on it or not.
record Journaling(Invocation invocation, Environment environment, Folders folders) {

    static final List<String> ACTIONS = List.of("list", "tail", "export", "check");

    private static final int SOME = 1_000;
    private static final Duration POLL = Duration.ofMillis(500);

    ExitCode run() throws InterruptedException {
        String action = invocation.operand().orElse("list");
        if (!ACTIONS.contains(action)) {
            throw new IllegalArgumentException("journal takes list, tail JOURNAL, export [JOURNAL] or check, not '" + action + "'"
                    + Nearest.to(action, ACTIONS).map(near -> "; did you mean: " + near).orElse(""));
        }
        try (JournalFile journals = JournalFile.open(invocation.data().orElseGet(folders::data))) {
            return switch (action) {
                case "tail" -> tail(journals, journal().orElseThrow(() -> new IllegalArgumentException("say which: patchbay journal tail JOURNAL")));
                case "export" -> export(journals);
                case "check" -> check(journals);
                default -> list(journals);
            };
        } catch (JournalException e) {
            return fail(Problems.firstLine(e));
        }
    }

    private Optional<String> journal() {
        return invocation.operands().stream().skip(1).findFirst();
    }

    private ExitCode list(JournalFile journals) {
        List<Item> rows = journals.rows().stream().map(Journaling::item).toList();
        if (!rows.isEmpty()) {
            print(format().table(rows));
        }
        return ExitCode.OK;
    }

    private static Item item(JournalRow row) {
        return Item.of("journal")
                .with("journal", row.name())
                .with("entries", row.entries())
                .with("first", row.oldest().map(Entry::offset).orElse(0L))
                .with("last", row.newest().map(Entry::offset).orElse(0L))
                .with("oldest", row.oldest().map(Entry::time).map(Instant::toString).orElse(""))
                .with("newest", row.newest().map(Entry::time).map(Instant::toString).orElse(""));
    }

    private ExitCode tail(JournalFile journals, String name) throws InterruptedException {
        long next = 0;
        for (Entry entry : journals.tail(name, invocation.count())) {
            next = show(entry);
        }
        while (invocation.follow() && !environment.out().checkError()) {
            Thread.sleep(POLL);
            for (Entry entry : journals.read(name, next)) {
                next = show(entry);
            }
        }
        return ExitCode.OK;
    }

    /// Prints it, and says where to go on.
    private long show(Entry entry) {
        print(format().item(item(Item.of("entry"), entry)));
        return entry.offset() + 1;
    }

    /// Everything, for programs.
    private ExitCode export(JournalFile journals) {
        Format json = new JsonFormat();
        List<String> names = journal().map(List::of).orElseGet(() -> journals.rows().stream().map(JournalRow::name).toList());
        for (String name : names) {
            for (Entry entry : journals.read(name, 0)) {
                // Not for each entry, because to look is to flush.
                if (entry.offset() % SOME == 0 && environment.out().checkError()) {
                    return ExitCode.FAILED;
                }
                environment.out().println(json.item(item(Item.of("entry").with("journal", name), entry)));
            }
        }
        environment.out().flush();
        return ExitCode.OK;
    }

    private static Item item(Item begun, Entry entry) {
        Item item = begun.with("offset", entry.offset()).with("time", entry.time().toString());
        if (entry.damaged()) {
            return item.with("damaged", entry.text());
        }
        try {
            return item.with("text", StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(entry.payload())).toString());
        } catch (CharacterCodingException e) {
            return item.with("base64", Base64.getEncoder().encodeToString(entry.payload()));
        }
    }

    private ExitCode check(JournalFile journals) {
        List<String> structure = journals.structure();
        structure.forEach(line -> print(format().item(Item.of("damage").with("damage", line))));
        long damaged = 0;
        long entries = 0;
        List<JournalRow> rows = journals.rows();
        for (JournalRow row : rows) {
            try (Snapshot all = journals.read(row.name(), 0)) {
                for (Entry entry : all) {
                    entries++;
                    if (isLost(journals, row.name(), entry)) {
                        damaged++;
                        print(format().item(Item.of("damage").with("journal", row.name()).with("damaged", entry.text())));
                    }
                }
            }
        }
        if (damaged > 0 || !structure.isEmpty()) {
            return fail(damaged + " of " + entries + " entries are damaged: put back a copy of the file, or go on without them");
        }
        print(format().item(Item.of("check").with("result", entries + " entries in " + rows.size() + (rows.size() == 1 ? " journal" : " journals") + ", all of them whole")));
        return ExitCode.OK;
    }

    /// One that has expired while it was read is as it should be.
    private static boolean isLost(JournalFile journals, String journal, Entry entry) {
        return entry.damaged() && entry.offset() >= journals.first(journal);
    }

    private Format format() {
        return invocation.scriptFormat(environment);
    }

    private void print(String text) {
        environment.out().println(text);
        environment.out().flush();
    }

    private ExitCode fail(String message) {
        environment.err().println(format().problem(Problem.of(message)));
        environment.err().flush();
        return ExitCode.FAILED;
    }
}
