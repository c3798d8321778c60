package dev.patchbay.bbs;

import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.ConnectionException.Reason;
import dev.patchbay.api.wire.Frames;
import dev.patchbay.api.wire.Message;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// The client's side of the wire. Typed commands and the watch take turns, one exchange each.
final class RemoteBoard {

    /// How many entries at the end of the board are remembered, to tell what is new. A server may have more than the memory holds.
    static final int REMEMBERED = 1000;

    /// Seven digits are more entries than anybody can read.
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

    /// Tells the whole board, entry by entry as they come.
    ///
    /// @return how many there are
    int list(Consumer<String> entries) {
        takeTurn();
        try {
            Deque<String> end = new ArrayDeque<>();
            int count = ask("list", entry -> {
                if (end.size() == REMEMBERED) {
                    end.remove();
                }
                end.add(entry);
                entries.accept(entry);
            });
            listed = List.copyOf(end);
            return count;
        } finally {
            turn.unlock();
        }
    }

    /// {@return what came to the board since it was last listed, by a command or by the watch, as far as it is remembered: nothing is news twice}
    List<String> news() {
        takeTurn();
        try {
            List<String> before = listed;
            list(_ -> {});
            return listed.subList(overlap(before, listed), listed.size());
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

    /// Tells the direct messages, one by one as they come.
    ///
    /// @return how many there are
    int listDirect(Consumer<String> texts) {
        return ask("listdm", texts);
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

    private int ask(String request, Consumer<String> entries) {
        takeTurn();
        try {
            inStep = false;
            frames.send(request);
            int count = count(request, frames.receive());
            for (int i = 0; i < count; i++) {
                entries.accept(frames.receive());
            }
            inStep = true;
            return count;
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

    /// {@return the count with which the server answers a request}
    static int count(String request, String reply) {
        if (!COUNT.matcher(reply).matches()) {
            String shown = reply.length() <= 40 ? reply : reply.substring(0, 40) + "...";
            throw ConnectionException.violation("the server answered '" + shown + "' to " + request + " where a count was expected");
        }
        return Integer.parseInt(reply);
    }
}
