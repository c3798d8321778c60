package dev.patchbay.chat;

import dev.patchbay.api.client.ClientContext;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.ConnectionException.Reason;
import dev.patchbay.api.wire.Frames;
import dev.patchbay.api.wire.Message;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// The client's side of the wire: a connection is a visit, on which the server says all it has, and the client one thing.
///
/// The original servers take one message on each connection, and lose a second one without a word. They serve one client at a time, so
/// this one stays away between visits; and they end when a client leaves without a message.
final class RemoteTranscript {

    /// More entries than anybody can read.
    static final int MAX_DIGITS = 7;

    private static final Pattern COUNT = Pattern.compile("\\d{1," + MAX_DIGITS + "}");

    private final ClientContext context;
    private final String goodbye;
    private boolean visiting = true;

    /// @param goodbye what to say when there is nothing to be said
    RemoteTranscript(ClientContext context, String goodbye) {
        this.context = context;
        this.goodbye = goodbye;
    }

    /// {@return whether the server waits for a message}
    boolean visiting() {
        return visiting;
    }

    /// Comes again, after leaving in good order if the server is still waiting for a message.
    void visit() {
        if (visiting) {
            say(Message.frame(goodbye));
        }
        try {
            Connection _ = context.reconnect();
            visiting = true;
        } catch (IOException e) {
            throw new ConnectionException(Reason.RESET, String.valueOf(e.getMessage()));
        }
    }

    /// Tells what the server says at the beginning of a visit, entry by entry as they come.
    ///
    /// @return how many there are
    int read(Consumer<String> entries) {
        Frames frames = context.connection().frames();
        int count = count(frames.receive());
        for (int i = 0; i < count; i++) {
            entries.accept(frames.receive());
        }
        return count;
    }

    /// Says something, which ends the visit.
    void say(Message message) {
        context.connection().frames().send(message);
        visiting = false;
        context.hangUp();
    }

    /// Leaves without waiting.
    void leave() {
        if (visiting) {
            context.connection().publish(Message.frame(goodbye));
        }
    }

    private static int count(String text) {
        if (!COUNT.matcher(text).matches()) {
            String shown = text.length() <= 40 ? text : text.substring(0, 40) + "...";
            throw ConnectionException.violation("the server said '" + shown + "' where a count was expected");
        }
        return Integer.parseInt(text);
    }
}
