package second;

import dev.patchbay.api.load.Exchange;
import dev.patchbay.api.load.LoadContext;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.Message;
import java.io.IOException;

/// Says who it is, waits for that, and says how it does that; in the end goodbye.
final class StepsExchange implements Exchange {

    private final Connection connection;
    private final Message first;
    private final Message second;

    private StepsExchange(Connection connection, Message first, Message second) {
        this.connection = connection;
        this.first = first;
        this.second = second;
    }

    static StepsExchange open(LoadContext context) throws IOException {
        return new StepsExchange(
                context.connect(), Message.frame("number " + context.index()), Message.frame(context.depth() + " at a time, of " + context.size()));
    }

    @Override
    public void send() {
        connection.send(first);
    }

    @Override
    public void receive() {
        connection.expect(first);
        connection.send(second);
        connection.expect(second);
    }

    @Override
    public void close() {
        connection.frames().send("goodbye");
        connection.flush();
    }
}
