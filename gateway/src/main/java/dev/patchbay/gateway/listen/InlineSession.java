package dev.patchbay.gateway.listen;

import dev.patchbay.api.InlineService;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.gateway.transport.InlineTurns;
import org.jspecify.annotations.Nullable;

/// Serves a session in turns of its loop, as long as there is nothing to wait for but the next message; then the session goes on with a
/// thread, as all others do.
final class InlineSession {

    private final Session session;
    private final InlineService service;
    private final Connection connection;
    private @Nullable InlineTurns turns;
    private boolean begun;

    InlineSession(Session session, InlineService service, Connection connection) {
        this.session = session;
        this.service = service;
        this.connection = connection;
    }

    void begin(InlineTurns inline) {
        turns = inline;
        inline.begin();
    }

    /// Answers what is there.
    void turn() {
        InlineTurns inline = turns;
        if (inline == null) {
            // A wake from before the end.
            return;
        }
        try {
            if (!begun) {
                begun = true;
                session.announce();
            }
            if (inline.receive()) {
                session.endpoint().call(() -> answer(inline));
                if (inline.rest()) {
                    return;
                }
            }
            goOn(inline, session::serve);
        } catch (ConnectionException | PluginFault e) {
            goOn(inline, () -> {
                throw e;
            });
        }
    }

    private void answer(InlineTurns inline) throws Exception {
        while (service.isWhole(connection) && !inline.mustWait()) {
            service.answer(connection);
        }
    }

    private void goOn(InlineTurns inline, Session.Work work) {
        turns = null;
        inline.end();
        try {
            session.start(work);
        } catch (RuntimeException | Error e) {
            session.abandon();
            throw e;
        }
    }
}
