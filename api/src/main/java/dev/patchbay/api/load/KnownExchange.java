package dev.patchbay.api.load;

import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.Message;
import java.util.List;

/// Sends what was encoded before, and compares what comes where it lies.
final class KnownExchange implements Exchange {

    private final Connection connection;
    private final Message[] requests;
    private final Message[] replies;
    private int sent;
    private int received;

    KnownExchange(Connection connection, List<Message> requests, List<Message> replies) {
        if (requests.isEmpty() || requests.size() != replies.size()) {
            throw new IllegalArgumentException(requests.size() + " requests cannot have " + replies.size() + " replies");
        }
        this.connection = connection;
        this.requests = requests.toArray(Message[]::new);
        this.replies = replies.toArray(Message[]::new);
    }

    @Override
    public void send() {
        connection.send(requests[sent]);
        sent = after(sent);
    }

    @Override
    public void receive() {
        connection.expect(replies[received]);
        received = after(received);
    }

    private int after(int index) {
        return index + 1 == requests.length ? 0 : index + 1;
    }
}
