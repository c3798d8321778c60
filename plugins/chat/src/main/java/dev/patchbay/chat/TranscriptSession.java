package dev.patchbay.chat;

import dev.patchbay.api.client.ClientSession;
import dev.patchbay.api.client.Command;
import dev.patchbay.api.client.Console;
import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Style;
import dev.patchbay.api.wire.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A person in a chat that keeps what was said.
final class TranscriptSession implements ClientSession {

    private final TranscriptKind kind;
    private final RemoteTranscript transcript;
    private final Console console;
    private final List<Command> commands = List.of(
            Command.of("say TEXT...", "says a text, also one that looks like a command", arguments -> typed(arguments.text("TEXT")))
                    .example("say status is green"),
            Command.of("history", "shows everything again", _ -> history()));
    private Recent seen = new Recent();
    private @Nullable String said;

    TranscriptSession(TranscriptKind kind, RemoteTranscript transcript, Console console) {
        this.kind = kind;
        this.transcript = transcript;
        this.console = console;
    }

    /// Shows what the server says when one comes.
    void begin() {
        Recent entries = new Recent();
        int count = transcript.read(entry -> {
            entries.add(entry);
            show(entry);
        });
        seen = entries;
        String told = count == 1 ? "1 " + kind.thing() : count + " " + kind.thing() + "s";
        remark(count == 0 ? "no " + kind.thing() + "s yet" : told);
    }

    private void history() {
        transcript.visit();
        said = null;
        begin();
    }

    @Override
    public void typed(String line) {
        if (line.equals(kind.goodbye())) {
            throw new IllegalArgumentException("the server would take '" + line + "' for a command, so it cannot be said alone: add a word to it");
        }
        // Encoded first: nobody is visited for a text that is too long.
        Message message = Message.frame(line);
        if (!transcript.visiting()) {
            transcript.visit();
            Recent now = new Recent();
            transcript.read(now::add);
            news(now.entries()).forEach(this::show);
            seen = now;
        }
        transcript.say(message);
        said = line;
        remark("sent");
    }

    /// {@return what came since the last visit, without what was said here: that stands on the screen already}
    private List<String> news(List<String> now) {
        List<String> news = new ArrayList<>(now.subList(Overlap.of(seen.entries(), now), now.size()));
        String own = said;
        for (int i = 0; own != null && i < news.size(); i++) {
            if (kind.isEntryOf(own, news.get(i))) {
                news.remove(i);
                break;
            }
        }
        return news;
    }

    private void show(String entry) {
        console.print(kind.item(entry));
    }

    /// Tells a person what a program does not need to hear.
    private void remark(String text) {
        if (console.interactive()) {
            console.print(Item.text(text, Style.MUTED));
        }
    }

    @Override
    public List<Command> commands() {
        return commands;
    }

    @Override
    public String textHelp() {
        return "is said and kept";
    }

    @Override
    public void close() {
        transcript.leave();
    }
}
