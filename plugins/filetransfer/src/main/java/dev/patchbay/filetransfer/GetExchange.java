package dev.patchbay.filetransfer;

import dev.patchbay.api.load.Exchange;
import dev.patchbay.api.load.Load;
import dev.patchbay.api.load.LoadContext;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.Frames;
import dev.patchbay.api.wire.Message;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.SplittableRandom;
import java.util.regex.Matcher;

/// Fetches one file again and again, which the first exchange has put there, and removes in the end if the server lets it.
final class GetExchange implements Exchange {

    static final Load LOAD = Load.of("get", "fetches a file, which it puts there first", GetExchange::open)
            .size(SampleContent.USUAL, 1, SampleContent.LARGEST)
            .counting("bytes");

    private final LoadContext context;
    private final Connection connection;
    private final SampleContent content;
    private final FileName name;
    private final Message request;

    private GetExchange(LoadContext context, Connection connection) {
        this.context = context;
        this.connection = connection;
        // The same in every run, since a server that does not let it be removed keeps it.
        content = new SampleContent(context.size(), new SplittableRandom(context.size()));
        name = new FileName("patchbay-bench-" + context.size());
        request = Message.frame("get 0 " + name);
    }

    private static GetExchange open(LoadContext context) throws IOException {
        GetExchange exchange = new GetExchange(context, context.connect());
        if (context.index() == 0) {
            exchange.put();
        }
        return exchange;
    }

    private void put() throws IOException {
        Frames frames = connection.frames();
        Checksum checksum = content.checksum();
        frames.send("put " + context.size() + " " + checksum + " " + name);
        String reply = frames.receive();
        Matcher ready = RemoteFiles.READY.matcher(reply);
        if (!ready.matches() || Long.parseLong(ready.group(1)) > context.size()) {
            throw ConnectionException.violation("the server does not take the file to be fetched: " + reply);
        }
        long offset = Long.parseLong(ready.group(1));
        try (FileChannel file = content.file()) {
            connection.content().send(file, offset, context.size() - offset);
        }
        connection.expect(Message.frame("stored " + checksum));
    }

    @Override
    public void send() {
        connection.send(request);
    }

    @Override
    public void receive() throws IOException {
        String reply = connection.frames().receive();
        Matcher sending = RemoteFiles.SENDING.matcher(reply);
        if (!sending.matches() || Long.parseLong(sending.group(1)) != context.size()) {
            throw ConnectionException.violation("the server answered '" + reply + "' where a file of " + context.size() + " bytes was expected");
        }
        connection.content().receive(context.size(), content.check());
        context.count(context.size());
    }

    @Override
    public void close() {
        Frames frames = connection.frames();
        if (context.index() == 0) {
            frames.send("delete " + name);
            frames.receive();
        }
        frames.send("quit");
        connection.flush();
    }
}
