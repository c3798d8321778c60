package dev.patchbay.cli.repl;

import dev.patchbay.api.client.ClientMode;
import dev.patchbay.api.client.ClientSession;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.cli.shell.Shell;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// One conversation with a server, from the opening of the session to its end, which comes from here, by [#leave], or from there.
final class Call {

    /// How long what a server has said last may take to be printed, before its end is told.
    private static final Duration LAST_WORDS = Duration.ofMillis(300);

    /// Who wants to know of what happens beside the user's commands.
    interface Listener {

        /// The connection has ended. Called once, by any thread.
        void lost(Call call);

        /// The plugin has failed.
        void failed(Throwable failure);
    }

    private final Line line;
    private final CallContext context;
    private final ClientSession session;
    private final Listener listener;
    private final AtomicReference<Optional<String>> end = new AtomicReference<>(Optional.empty());

    private Call(Line line, CallContext context, ClientSession session, Listener listener) {
        this.line = line;
        this.context = context;
        this.session = session;
        this.listener = listener;
    }

    /// Opens the session of a server's mode.
    static Call open(ClientMode mode, Line line, Route route, Shell shell, Identity identity, Listener listener) throws Exception {
        CallContext context = new CallContext(line, shell, identity, route.user());
        Call call;
        try (var _ = new PluginScope(mode)) {
            call = new Call(line, context, mode.open(context), listener);
            call.flush();
        } catch (Throwable e) {
            Worker.calm();
            context.stop();
            line.wire().leave();
            throw e;
        }
        return call;
    }

    /// Begins to tell the listener; it may be told at once.
    void watch() {
        line.watch(this::ended);
        var _ = context.failure().thenAccept(this::failed);
    }

    Line line() {
        return line;
    }

    ClientSession session() {
        return session;
    }

    /// {@return why the conversation is over, if it is}
    Optional<String> end() {
        return end.get();
    }

    /// Sends what the session has left in the buffer, unless a thread of its own may be using it.
    void flush() {
        if (!context.shared()) {
            line.flush();
        }
    }

    private void ended(String reason) {
        context.await(LAST_WORDS);
        // Not closed here: what the server has said last is still there for a command that reads it.
        var _ = over(reason);
    }

    private void failed(Throwable failure) {
        if (failure instanceof RedialException e) {
            lose(String.valueOf(e.getMessage()));
            return;
        }
        if (!(failure instanceof ConnectionException e)) {
            if (end().isEmpty() && !(failure instanceof InterruptedException)) {
                listener.failed(failure);
            }
            return;
        }
        switch (e.reason()) {
            // The end of the connection is told by the connection.
            case CLOSED_BY_PEER, RESET, CLOSED_HERE, INTERRUPTED -> {}
            case CUT_SHORT, VIOLATION, TOO_SLOW -> lose(String.valueOf(e.getMessage()));
        }
    }

    /// Ends a conversation that cannot go on: the connection is gone, or nobody knows what its next byte means.
    /// A server that is still there hears a goodbye all the same: the original ones break if a client just closes.
    void lose(String reason) {
        if (over(reason) && !line.wire().ended().isDone()) {
            // By a task of the session, perhaps, which was interrupted with the others.
            Worker.calm();
            context.await(LAST_WORDS);
            sayGoodbye();
        }
        line.wire().close();
    }

    private boolean over(String reason) {
        if (!end.compareAndSet(Optional.empty(), Optional.of(reason))) {
            return false;
        }
        context.stop();
        listener.lost(this);
        return true;
    }

    /// Says goodbye and closes.
    ///
    /// @param reason why, for the prompt
    void leave(String reason) {
        if (!end.compareAndSet(Optional.empty(), Optional.of(reason))) {
            line.wire().close();
            return;
        }
        context.stop();
        context.await(LAST_WORDS);
        sayGoodbye();
        line.wire().close();
    }

    private void sayGoodbye() {
        try (var _ = new PluginScope(session)) {
            session.close();
            flush();
        } catch (Throwable e) {
            // The server has gone first, or the plugin does not know how to leave: the connection is closed all the same.
        }
    }
}
