package dev.patchbay.chat;

import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Style;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The two chats that keep what was said, and how their clients differ.
enum TranscriptKind {
    /// An entry is what was said.
    HISTORY("message", "history"),
    /// An entry is `[TIME SENDER] TEXT`.
    POSTS("post", "");

    private static final Pattern POST = Pattern.compile("\\[(\\S+) (\\S+)] (.*)", Pattern.DOTALL);

    private final String thing;
    private final String goodbye;

    TranscriptKind(String thing, String goodbye) {
        this.thing = thing;
        this.goodbye = goodbye;
    }

    /// {@return what an entry is called}
    String thing() {
        return thing;
    }

    /// {@return a message that is not kept, for a client that has nothing to say to a server that waits for something}
    String goodbye() {
        return goodbye;
    }

    /// {@return whether this is the entry that a text has become}
    boolean isEntryOf(String text, String entry) {
        return this == HISTORY ? entry.equals(text) : entry.endsWith("] " + text);
    }

    /// {@return how an entry is printed}
    Item item(String entry) {
        Matcher post = POST.matcher(entry);
        if (this == HISTORY || !post.matches()) {
            return Item.of(thing).with("text", entry);
        }
        return Item.of(thing)
                .with("time", post.group(1), Style.MUTED).enclosed("[", "")
                .with("from", post.group(2), Style.NAME).enclosed("", "]")
                .with("text", post.group(3));
    }
}
