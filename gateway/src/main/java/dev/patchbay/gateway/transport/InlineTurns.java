package dev.patchbay.gateway.transport;

/// A connection that is served in turns of its loop, by whoever made it so; each turn is its handler while it runs.
public final class InlineTurns {

    private final SocketTransport transport;
    private final Turns turns;

    InlineTurns(SocketTransport transport, Turns turns) {
        this.transport = transport;
        this.turns = turns;
        transport.turns(turns);
    }

    /// Has the first turn come, also if the peer has sent nothing.
    public void begin() {
        turns.wake();
    }

    /// Reads what is there, at the beginning of a turn.
    ///
    /// @return false if the connection ends, and turns have to
    /// @throws dev.patchbay.api.wire.ConnectionException if it broke
    public boolean receive() {
        return transport.intake().receiveNow();
    }

    /// {@return whether nothing more should be answered in this turn, because the peer has to be waited for}
    public boolean mustWait() {
        return transport.intake().mustWait();
    }

    /// Sends the answers, at the end of a turn.
    ///
    /// @return false if there is something to wait for but the next message, and turns have to end
    /// @throws dev.patchbay.api.wire.ConnectionException if the connection broke
    public boolean rest() {
        return transport.intake().restNow();
    }

    /// Ends the turns: from now on the handler is a thread again. By a turn, whose last deed it is.
    public void end() {
        transport.turns(null);
    }
}
