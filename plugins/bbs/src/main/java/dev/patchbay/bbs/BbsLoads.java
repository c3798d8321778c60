package dev.patchbay.bbs;

import dev.patchbay.api.load.Exchange;
import dev.patchbay.api.load.Load;
import dev.patchbay.api.load.LoadContext;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.Frames;
import dev.patchbay.api.wire.Message;
import java.io.IOException;
import java.util.List;

/// What a version can be measured by. A post has no reply, so it needs a request behind it that has one: that for the direct messages, of
/// which there are none.
final class BbsLoads {

    private static final String USER = "patchbay-bench";

    private BbsLoads() {}

    static List<Load> of(BbsVersion version) {
        Load list = Load.of("list", "lists the board as it is", context -> {
            Connection connection = enter(version, context);
            return new Visit(connection, new Listing(connection.frames(), context));
        });
        Load post = Load.of("post", "posts on the board, where it stays, and asks for direct messages", context -> {
            Connection connection = enter(version, context);
            Message request = Message.text("%04d%s0006listdm".formatted(context.size(), "x".repeat((int) context.size())));
            return new Visit(connection, Exchange.of(connection, List.of(request), List.of(Message.frame("0"))));
        });
        Load counted = list.counting("entries");
        return version.listsDirect() ? List.of(counted, post.size(32, 1, Frames.MAX_SIZE)) : List.of(counted);
    }

    private static Connection enter(BbsVersion version, LoadContext context) throws IOException {
        Connection connection = context.connect();
        if (version.hasUsers()) {
            connection.frames().send(USER);
        }
        return connection;
    }

    /// What the entries are nobody knows, so only their number can be right or wrong.
    private record Listing(Frames frames, LoadContext context) implements Exchange {

        private static final Message REQUEST = Message.frame("list");

        @Override
        public void send() {
            frames.send(REQUEST);
        }

        @Override
        public void receive() {
            int count = RemoteBoard.count("list", frames.receive());
            for (int i = 0; i < count; i++) {
                frames.receive();
            }
            context.count(count);
        }
    }

    /// Ends as the protocol wants it.
    private record Visit(Connection connection, Exchange exchange) implements Exchange {

        @Override
        public void send() throws Exception {
            exchange.send();
        }

        @Override
        public void receive() throws Exception {
            exchange.receive();
        }

        @Override
        public void close() {
            connection.frames().send("quit");
            connection.flush();
        }
    }
}
