package dev.patchbay.cli.repl;

import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.cli.shell.ExitCode;
import dev.patchbay.cli.shell.Problem;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/// A server of the DNS 1.0 protocol, asked for addresses of names.
///
/// @param address where it is
/// @param label   how people call that
record NameServer(InetSocketAddress address, String label) {

    static final int PORT = 10334;

    private static final String BANNER = "DNS Server 1.0";
    private static final String NOT_KNOWN = "unknown domain";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// {@return the address of a name, or nothing if this server does not know it}
    Optional<InetAddress> ask(String name) throws CommandFailure {
        Wire wire = Wire.dial(address, label);
        try {
            return ask(wire.connection(), name);
        } catch (ConnectionException e) {
            throw unlike(String.valueOf(e.getMessage()));
        } finally {
            wire.close();
        }
    }

    private Optional<InetAddress> ask(Connection connection, String name) throws CommandFailure {
        connection.idleLimit(PATIENCE);
        String banner = connection.frames().receive();
        if (!banner.equals(BANNER)) {
            throw unlike("it begins with '" + banner + "'");
        }
        connection.frames().send(name);
        String answer = connection.frames().receive();
        if (answer.equals(NOT_KNOWN)) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(answer));
        } catch (IllegalArgumentException e) {
            throw unlike("it gives '" + answer + "' as the address of '" + name + "'");
        }
    }

    private CommandFailure unlike(String what) {
        return new CommandFailure(
                ExitCode.WRONG_PROTOCOL,
                Problem.of("the resolver " + label + " does not behave like a " + BANNER + ": " + what, "resolver off goes on without it"));
    }
}
