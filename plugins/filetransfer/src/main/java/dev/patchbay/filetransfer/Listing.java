package dev.patchbay.filetransfer;

import dev.patchbay.api.client.Console;
import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Style;
import java.util.List;

/// How files are listed: in columns for a person, with numbers as numbers for a program.
final class Listing {

    private final Console console;
    private final int width;

    Listing(Console console, List<RemoteFiles.Entry> entries) {
        this.console = console;
        width = entries.stream().mapToInt(entry -> Long.toString(entry.size()).length()).max().orElse(0);
    }

    void print(RemoteFiles.Entry entry) {
        Item file = Item.of("file");
        Item sized = console.interactive()
                ? file.with("size", " ".repeat(width - Long.toString(entry.size()).length()) + entry.size())
                : file.with("size", entry.size());
        console.print(sized.with("modified", entry.modified(), Style.MUTED).with("name", entry.name(), Style.NAME));
    }
}
