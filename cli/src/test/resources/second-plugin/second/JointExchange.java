package second;

import dev.patchbay.api.load.Exchange;
import dev.patchbay.api.load.LoadContext;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Makes all connections itself.
final class JointExchange implements Exchange {

    private static final Message TEXT = Message.frame("hello");

    private final LoadContext context;
    private final List<Connection> connections = new ArrayList<>();

    private JointExchange(LoadContext context) {
        this.context = context;
    }

    static JointExchange open(LoadContext context) throws IOException {
        JointExchange exchange = new JointExchange(context);
        while (exchange.connections.size() < context.connections()) {
            exchange.connections.add(context.connect());
        }
        return exchange;
    }

    @Override
    public void send() {
        for (Connection connection : connections) {
            connection.send(TEXT);
            connection.flush();
        }
    }

    @Override
    public void receive() {
        for (Connection connection : connections) {
            connection.expect(TEXT);
        }
        context.count(connections.size());
    }
}
