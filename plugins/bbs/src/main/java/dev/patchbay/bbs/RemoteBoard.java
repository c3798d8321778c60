package dev.patchbay.bbs;

import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.ConnectionException.Reason;
import dev.patchbay.api.wire.Frames;
import dev.patchbay.api.wire.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/// The client's side of the wire. Typed commands and the watch take turns, one exchange each.
final class RemoteBoard {

    /// Seven digits are more entries than anybody can read, and fewer than would fill the memory by their number alone.
    private static final Pattern COUNT = Pattern.compile("\\d{1,7}");

    private final Connection connection;
    private final Frames frames;
    private final ReentrantLock turn = new ReentrantLock();
    private boolean inStep = true;
    private List<String> listed = List.of();

    RemoteBoard(Connection connection) {
        this.connection = connection;
        frames = connection.frames();
    }

    /// Says who is there, which must be the first thing said.
    void introduce(String user) {
        say(user);
    }

    void post(String text) {
        say(text);
    }

    void direct(String recipient, String text) {
        say("dm", recipient, text);
    }

    /// {@return the whole board}
    List<String> list() {
        takeTurn();
        try {
            listed = ask("list");
            return listed;
        } finally {
            turn.unlock();
        }
    }

    /// {@return what came to the board since it was last listed, by a command or by the watch: nothing is news twice}
    List<String> news() {
        takeTurn();
        try {
            List<String> before = listed;
            List<String> now = list();
            return now.subList(overlap(before, now), now.size());
        } finally {
            turn.unlock();
        }
    }

    /// {@return how many entries at the beginning of `now` are those at the end of `before`}
    ///
    /// A board grows at its end and may lose old entries at its beginning; the wire has nothing else to tell entries apart.
    static int overlap(List<String> before, List<String> now) {
        for (int gone = 0; gone < before.size(); gone++) {
            int kept = before.size() - gone;
            if (kept <= now.size() && now.subList(0, kept).equals(before.subList(gone, before.size()))) {
                return kept;
            }
        }
        return 0;
    }

    List<String> listDirect() {
        return ask("listdm");
    }

    /// Says goodbye without waiting, not even for whoever's turn it is.
    void quit() {
        connection.publish(Message.frame("quit"));
    }

    private void say(String... texts) {
        // All are encoded before one is sent: a text that is too long must not leave the server waiting for it.
        List<Message> messages = new ArrayList<>();
        for (String text : texts) {
            messages.add(Message.frame(text));
        }
        takeTurn();
        try {
            messages.forEach(frames::send);
            connection.flush();
        } finally {
            turn.unlock();
        }
    }

    private List<String> ask(String request) {
        takeTurn();
        try {
            inStep = false;
            frames.send(request);
            int count = count(request, frames.receive());
            List<String> entries = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                entries.add(frames.receive());
            }
            inStep = true;
            return entries;
        } finally {
            turn.unlock();
        }
    }

    private void takeTurn() {
        try {
            turn.lockInterruptibly();
        } catch (InterruptedException e) {
            throw new ConnectionException(Reason.INTERRUPTED, "interrupted while waiting for another answer of the server");
        }
        if (!inStep) {
            turn.unlock();
            throw new ConnectionException(Reason.INTERRUPTED, "the answer before this was left half read");
        }
    }

    private static int count(String request, String reply) {
        if (!COUNT.matcher(reply).matches()) {
            String shown = reply.length() <= 40 ? reply : reply.substring(0, 40) + "...";
            throw ConnectionException.violation("the server answered '" + shown + "' to " + request + " where a count was expected");
        }
        return Integer.parseInt(reply);
    }
}
