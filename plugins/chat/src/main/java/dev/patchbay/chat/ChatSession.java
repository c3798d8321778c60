package dev.patchbay.chat;

import dev.patchbay.api.client.ClientSession;
import dev.patchbay.api.client.Command;
import dev.patchbay.api.client.Console;
import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Style;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A person in a chat with names.
final class ChatSession implements ClientSession {

    private static final Pattern MESSAGE = Pattern.compile("\\[([^]]+)] (.*)");
    private static final Pattern ANNOUNCEMENT = Pattern.compile("\\* (.+) (joined|left)");

    /// Speaks in the chat.
    @FunctionalInterface
    interface Voice {
        void say(String text) throws InterruptedException;
    }

    private final Console console;
    private final Voice voice;
    private final String name;
    private final Set<String> others = new ConcurrentSkipListSet<>();
    private final List<Command> commands = List.of(
            Command.of("say TEXT...", "says a text, also one that looks like a command", arguments -> typed(arguments.text("TEXT")))
                    .example("say who is there"),
            Command.of("who", "lists who has been heard of since you came", _ -> who()));

    ChatSession(Console console, Voice voice, String name) {
        this.console = console;
        this.voice = voice;
        this.name = name;
    }

    @Override
    public void typed(String line) throws InterruptedException {
        voice.say(line);
    }

    /// Shows what came. Called by the thread that listens.
    void heard(String line) {
        Matcher message = MESSAGE.matcher(line);
        Matcher announcement = ANNOUNCEMENT.matcher(line);
        if (message.matches()) {
            others.add(message.group(1));
            console.print(Item.of("message")
                    .with("from", message.group(1), Style.NAME).enclosed("[", "]")
                    .with("text", message.group(2)));
        } else if (announcement.matches()) {
            announced(announcement.group(1), announcement.group(2));
        } else {
            console.print(Item.of("message").with("text", line));
        }
    }

    private void announced(String other, String what) {
        if (what.equals("joined")) {
            others.add(other);
        } else {
            others.remove(other);
        }
        console.print(Item.of(what).with("name", other, Style.NAME).enclosed("* ", " " + what));
    }

    /// The wire has no question for this: known is who has spoken, or was announced.
    private void who() {
        others.forEach(other -> console.print(Item.of("member").with("name", other, Style.NAME)));
        if (others.isEmpty() && console.interactive()) {
            console.print(Item.text("nobody else has been heard of yet", Style.MUTED));
        }
    }

    @Override
    public List<Command> commands() {
        return commands;
    }

    @Override
    public String status() {
        return name;
    }

    @Override
    public String textHelp() {
        return "is said to everybody";
    }
}
