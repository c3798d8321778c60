package dev.patchbay.cli.bench;

import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.ConnectionException.Reason;
import dev.patchbay.api.wire.Message;
import dev.patchbay.cli.shell.ExitCode;
import dev.patchbay.gateway.Client;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// The way in to a server, past its banner.
final class Entrance {

    private static final Duration CONNECTING = Duration.ofSeconds(10);

    /// How many milliseconds a server has to say that it is the one it should be.
    private static final long GREETING = 1000;

    /// How many a server has that should be silent, but whose listener may be set to send its banner all the same.
    private static final long MOMENT = 250;

    private final Target target;
    private final boolean announced;
    private final Message banner;

    private Entrance(Target target, boolean announced) {
        this.target = target;
        this.announced = announced;
        banner = target.protocol().map(protocol -> Message.frame(protocol.banner())).orElse(Message.text(""));
    }

    /// {@return the way in to a server, which was tried}
    ///
    /// @throws BenchFailure if nobody is there, or somebody who speaks something else
    static Entrance find(Target target) {
        if (target.protocol().isEmpty()) {
            connect(target).close();
            return new Entrance(target, false);
        }
        Target.Spoken protocol = target.protocol().get();
        AtomicBoolean late = new AtomicBoolean();
        try (Connection connection = connect(target)) {
            closeLater(connection, protocol.announced() ? GREETING : MOMENT, late);
            String greeting = connection.frames().receive();
            if (greeting.equals(protocol.banner()) || !protocol.announced()) {
                return new Entrance(target, greeting.equals(protocol.banner()));
            }
            throw wrong("begins with '" + greeting + "'", target, protocol);
        } catch (ConnectionException e) {
            if (!protocol.announced()) {
                return new Entrance(target, false);
            }
            boolean other = e.reason() == Reason.VIOLATION;
            String silence = late.get() ? "says nothing" : "closed the connection before it said what it speaks";
            throw wrong(other ? "begins with " + e.getMessage() : silence, target, protocol);
        }
    }

    /// Ends the wait for something to be said, in whatever it is stuck.
    private static void closeLater(Connection connection, long millis, AtomicBoolean late) {
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS).execute(() -> {
            late.set(true);
            connection.close();
        });
    }

    private static Connection connect(Target target) {
        try {
            return Client.connect(target.address(), CONNECTING, _ -> {});
        } catch (IOException e) {
            throw new BenchFailure(
                    ExitCode.CANNOT_CONNECT, "cannot connect to " + target.label() + ": " + said(e), "is a server running there, on that port?");
        }
    }

    private static BenchFailure wrong(String what, Target target, Target.Spoken protocol) {
        String expected = protocol.id() + " begins with '" + protocol.banner() + "'";
        return new BenchFailure(ExitCode.WRONG_PROTOCOL, "Wrong protocol! " + target.label() + " " + what + ", and " + expected);
    }

    /// {@return a connection whose banner has been read}
    Connection enter() throws IOException {
        Connection connection = Client.connect(target.address(), CONNECTING, _ -> {});
        if (announced) {
            connection.expect(banner);
        }
        return connection;
    }

    /// {@return whether the server says something first}
    boolean greets() {
        return announced;
    }

    Target target() {
        return target;
    }

    static String said(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage().toLowerCase(Locale.ROOT);
    }
}
