package dev.patchbay.gateway.listen;

import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.StreamService;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.Frames;
import dev.patchbay.gateway.config.ListenerConfig;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// One port for everything: lists the protocols and hands a connection over to one of them. Its wire is in the README.
///
/// An ordinary service: what a peer sends behind `open ID` is still in the connection's input when the protocol takes over.
public final class Lobby implements StreamService {

    /// What the lobby is.
    public static final ProtocolInfo INFO =
            ProtocolInfo.of("lobby", "1.0").banner("Patchbay 1.0").port(10330).summary("lists the protocols and opens them, by name, on one port");

    /// A protocol that can be opened here.
    ///
    /// @param endpoint who serves it
    /// @param port     where it listens by itself; 0 if it does not
    /// @param config   its limits are those of the listener, whichever way a peer comes
    public record Door(Endpoint endpoint, int port, ListenerConfig config) {

        private String line() {
            ProtocolInfo info = endpoint.info();
            return info.id() + " " + info.version() + " " + port + " " + info.banner();
        }
    }

    private final Supplier<List<Door>> doors;
    private final Duration time;

    /// @param doors the protocols that can be opened at this moment, in the order in which they are listed
    /// @param time  how long a peer may stay silent here
    public Lobby(Supplier<List<Door>> doors, Duration time) {
        this.doors = doors;
        this.time = time;
    }

    @Override
    public void serve(Connection peer) throws Exception {
        peer.idleLimit(time);
        Frames frames = peer.frames();
        while (frames.hasNext()) {
            String request = frames.receive();
            if (request.equals("quit")) {
                return;
            } else if (request.equals("protocols")) {
                list(frames);
            } else if (request.startsWith("open ")) {
                String id = request.substring("open ".length()).strip();
                Optional<Door> door = find(id);
                if (door.isEmpty()) {
                    frames.send("error: unknown protocol " + shortened(id));
                } else if (enter(door.get(), peer)) {
                    return;
                } else {
                    frames.send("error: " + id + " serves as many as it may, try again later");
                }
            } else {
                frames.send("error: the lobby knows protocols, open ID and quit, not " + shortened(request));
            }
        }
    }

    private void list(Frames frames) {
        List<Door> open = doors.get();
        frames.send(Integer.toString(open.size()));
        open.forEach(door -> frames.send(door.line()));
    }

    private Optional<Door> find(String id) {
        return doors.get().stream().filter(door -> door.endpoint().info().id().equals(id)).findFirst();
    }

    /// Leads the peer through a door, until the connection ends; false at once if there is no room behind it.
    private static boolean enter(Door door, Connection peer) throws PluginFault {
        if (!door.endpoint().enter(door.config().connections())) {
            return false;
        }
        try {
            open(door, peer);
            return true;
        } finally {
            door.endpoint().leave();
        }
    }

    private static void open(Door door, Connection peer) throws PluginFault {
        Endpoint endpoint = door.endpoint();
        peer.idleLimit(door.config().idleTime());
        peer.frames().send(endpoint.info().banner());
        if (Session.CURRENT.isBound()) {
            Session.CURRENT.get().handedTo(endpoint.info().id());
        }
        endpoint.serve(peer);
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= 64 ? text : text.substring(0, text.offsetByCodePoints(0, 64)) + "...";
    }
}
