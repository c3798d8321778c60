package dev.patchbay.filetransfer;

import dev.patchbay.api.client.ClientContext;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.Frames;
import dev.patchbay.api.wire.Message;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The client's side of the wire.
final class RemoteFiles {

    static final Pattern READY = Pattern.compile("ready (\\d{1,18})");
    static final Pattern SENDING = Pattern.compile("sending (\\d{1,18}) ([0-9a-f]{64})");
    private static final Pattern COUNT = Pattern.compile("\\d{1,7}");
    private static final Pattern ENTRY = Pattern.compile("(\\d{1,18}) (\\S{1,64}) (.+)", Pattern.DOTALL);
    private static final Pattern STORED = Pattern.compile("stored [0-9a-fA-F]{64}");
    private static final Pattern DELETED = Pattern.compile("deleted .+", Pattern.DOTALL);
    private static final String ERROR = "error: ";

    /// Large enough for the system to be quick, small enough for progress to be seen.
    private static final int PIECE = 1024 * 1024;

    private final ClientContext context;

    /// A file of the server, as it describes it.
    record Entry(long size, String modified, String name) {}

    /// What the server is about to send.
    ///
    /// @param size     of the whole file
    /// @param checksum of the whole file
    record Offer(long size, Checksum checksum) {}

    RemoteFiles(ClientContext context) {
        this.context = context;
    }

    List<Entry> list() {
        int count = Integer.parseInt(ask("list", COUNT).group());
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Matcher entry = match(ENTRY, frames().receive(), "list");
            entries.add(new Entry(Long.parseLong(entry.group(1)), entry.group(2), entry.group(3)));
        }
        return entries;
    }

    /// Sends a file, from wherever the server wants it.
    ///
    /// @param progress is told how many bytes the server has or is about to get
    /// @throws Refusal if the server does not take it
    void put(FileChannel file, long size, Checksum checksum, FileName name, LongConsumer progress) {
        long offset = Long.parseLong(ask("put " + size + " " + checksum + " " + name, READY).group(1));
        if (offset > size) {
            throw ConnectionException.violation("the server wants byte " + offset + " of a file that has " + size);
        }
        progress.accept(offset);
        while (offset < size) {
            long piece = Math.min(PIECE, size - offset);
            connection().content().send(file, offset, piece);
            offset += piece;
            progress.accept(offset);
        }
        reply("put", STORED);
    }

    /// Asks for a file from an offset on; what the server offers then has to be received.
    ///
    /// @throws Refusal if the server does not send it
    Offer get(long offset, FileName name) {
        Matcher sending = ask("get " + offset + " " + name, SENDING);
        return new Offer(Long.parseLong(sending.group(1)), new Checksum(sending.group(2)));
    }

    void receive(long count, WritableByteChannel sink) throws IOException {
        connection().content().receive(count, sink);
    }

    /// Does without what the server is sending; the wire has no other way than to hang up.
    void hangUp() {
        try {
            context.reconnect();
        } catch (IOException e) {
            throw new ConnectionException(ConnectionException.Reason.RESET, String.valueOf(e.getMessage()));
        }
    }

    /// @throws Refusal if the server does not do it
    void delete(FileName name) {
        ask("delete " + name, DELETED);
    }

    void quit() {
        connection().publish(Message.frame("quit"));
    }

    private Matcher ask(String request, Pattern form) {
        frames().send(request);
        return reply(request.split(" ", 2)[0], form);
    }

    private Matcher reply(String request, Pattern form) {
        String reply = frames().receive();
        if (reply.startsWith(ERROR)) {
            throw new Refusal("the server says: " + reply.substring(ERROR.length()));
        }
        return match(form, reply, request);
    }

    private static Matcher match(Pattern form, String reply, String request) {
        Matcher matcher = form.matcher(reply);
        if (!matcher.matches()) {
            String shown = reply.length() <= 40 ? reply : reply.substring(0, 40) + "...";
            throw ConnectionException.violation("the server answered '" + shown + "' to " + request);
        }
        return matcher;
    }

    private Connection connection() {
        return context.connection();
    }

    private Frames frames() {
        return connection().frames();
    }
}
