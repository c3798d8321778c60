package dev.patchbay.filetransfer;

import dev.patchbay.api.load.Exchange;
import dev.patchbay.api.load.Load;
import dev.patchbay.api.load.LoadContext;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.Message;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.SplittableRandom;

/// Puts a file of its own and removes it, again and again: a disk would soon be full otherwise.
final class PutExchange implements Exchange {

    static final Load LOAD = Load.of(
                    "put", "puts a file and removes it, for a listener with delete = true", context -> new PutExchange(context, context.connect()))
            .size(SampleContent.USUAL, 1, SampleContent.LARGEST)
            .counting("bytes")
            .unpipelined();

    private static final Message READY = Message.frame("ready 0");

    private final LoadContext context;
    private final Connection connection;
    private final FileName name;
    private final FileChannel file;
    private final Message put;
    private final Message stored;
    private final Message delete;
    private final Message deleted;

    private PutExchange(LoadContext context, Connection connection) throws IOException {
        this.context = context;
        this.connection = connection;
        SplittableRandom random = new SplittableRandom();
        // Others put the same name or the same content at the same time, or have left it there half put.
        name = new FileName("patchbay-bench-" + Long.toHexString(random.nextLong()));
        SampleContent content = new SampleContent(context.size(), random);
        Checksum checksum = content.checksum();
        put = Message.frame("put " + context.size() + " " + checksum + " " + name);
        stored = Message.frame("stored " + checksum);
        delete = Message.frame("delete " + name);
        deleted = Message.frame("deleted " + name);
        checkThatFilesCanBeRemoved();
        file = content.file();
    }

    /// With a small file, the least to leave behind. Its content is its name, which nobody else has.
    private void checkThatFilesCanBeRemoved() {
        Message small = Message.text(name.toString());
        RunningChecksum checksum = new RunningChecksum();
        checksum.add(small.buffer());
        Checksum value = checksum.value();
        connection.frames().send("put " + small.size() + " " + value + " " + name);
        connection.expect(READY);
        connection.send(small);
        connection.expect(Message.frame("stored " + value));
        connection.send(delete);
        String reply = connection.frames().receive();
        if (!reply.equals("deleted " + name)) {
            throw new IllegalArgumentException(
                    "files that are put could not be removed again ('" + reply + "'): set delete = true for the listener");
        }
    }

    @Override
    public void send() {
        connection.send(put);
    }

    @Override
    public void receive() {
        connection.expect(READY);
        connection.content().send(file, 0, context.size());
        connection.expect(stored);
        connection.send(delete);
        connection.expect(deleted);
        context.count(context.size());
    }

    @Override
    public void close() throws IOException {
        file.close();
        connection.frames().send("quit");
        connection.flush();
    }
}
