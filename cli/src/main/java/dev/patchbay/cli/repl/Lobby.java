package dev.patchbay.cli.repl;

import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Style;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.Frames;
import dev.patchbay.cli.shell.ExitCode;
import dev.patchbay.cli.shell.Problem;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The lobby of a gateway, as its clients see it. Each question is a connection of its own, because a lobby has no patience for
/// people who think.
///
/// @param address where it is
/// @param label   how people call that
record Lobby(InetSocketAddress address, String label) {

    static final String ID = "lobby";
    static final String BANNER = "Patchbay 1.0";
    static final int PORT = 10330;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_PROTOCOLS = 10_000;

    /// What the lobby leads to.
    record Entry(String id, String version, String port, String banner) {

        static Entry parse(String text) {
            String[] parts = text.split(" ", 4);
            return parts.length == 4 ? new Entry(parts[0], parts[1], parts[2], parts[3]) : new Entry(text, "", "", "");
        }

        Item row() {
            return Item.of("protocol")
                    .with("protocol", id, Style.STRONG)
                    .with("version", version)
                    .with("port", port)
                    .with("banner", banner);
        }
    }

    /// {@return what it leads to}
    List<Entry> entries() throws CommandFailure {
        Wire wire = enter();
        try {
            Frames frames = wire.connection().frames();
            frames.send("protocols");
            int count = count(frames.receive());
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                entries.add(Entry.parse(frames.receive()));
            }
            frames.send("quit");
            wire.connection().flush();
            return entries;
        } catch (ConnectionException e) {
            throw unlike(String.valueOf(e.getMessage()));
        } finally {
            wire.close();
        }
    }

    private int count(String text) throws CommandFailure {
        int count = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
        if (count < 0 || count > MOST_PROTOCOLS) {
            throw unlike("'" + text + "' where the number of protocols should be");
        }
        return count;
    }

    /// {@return a connection on which the server speaks the protocol from now on, its answer still to be read, by [LobbyAnswer], with the patience of a lobby}
    Wire open(String id) throws CommandFailure {
        Wire wire = enter();
        try {
            wire.connection().frames().send("open " + id);
            wire.connection().flush();
            return wire;
        } catch (ConnectionException e) {
            wire.close();
            throw unlike(String.valueOf(e.getMessage()));
        }
    }

    private Wire enter() throws CommandFailure {
        Wire wire = Wire.dial(address, label);
        Connection connection = wire.connection();
        try {
            connection.idleLimit(PATIENCE);
            String banner = connection.frames().receive();
            if (banner.equals(BANNER)) {
                return wire;
            }
            wire.close();
            throw unlike("it begins with '" + banner + "'");
        } catch (ConnectionException e) {
            wire.close();
            throw unlike(String.valueOf(e.getMessage()));
        }
    }

    private CommandFailure unlike(String what) {
        return new CommandFailure(ExitCode.WRONG_PROTOCOL, Problem.of(label + " does not behave like a lobby: " + what));
    }
}
