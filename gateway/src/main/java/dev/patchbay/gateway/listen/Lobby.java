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

    private final Supplier<List<Slot>> doors;
    private final Duration time;

    /// @param doors the protocols that can be opened at this moment, in the order in which they are listed
    /// @param time  how long a peer may stay silent here
    public Lobby(Supplier<List<Slot>> doors, Duration time) {
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
                Optional<Slot> door = find(id);
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
        List<Slot> open = doors.get();
        frames.send(Integer.toString(open.size()));
        open.forEach(door -> frames.send(line(door)));
    }

    private static String line(Slot door) {
        ProtocolInfo info = door.endpoint().info();
        return info.id() + " " + info.version() + " " + door.port() + " " + info.banner();
    }

    private Optional<Slot> find(String id) {
        return doors.get().stream().filter(door -> door.endpoint().info().id().equals(id)).findFirst();
    }

    /// Leads the peer through a door, until the connection ends; false at once if there is no room behind it.
    private static boolean enter(Slot door, Connection peer) throws PluginFault {
        Optional<Endpoint> endpoint = door.enter();
        if (endpoint.isEmpty()) {
            return false;
        }
        try {
            serve(endpoint.get(), door.config(), peer);
            return true;
        } finally {
            door.leave(endpoint.get());
        }
    }

    /// The limits are those of the listener, whichever way a peer comes.
    private static void serve(Endpoint endpoint, ListenerConfig config, Connection peer) throws PluginFault {
        peer.idleLimit(config.idleTime());
        peer.frames().send(endpoint.info().banner());
        if (Session.CURRENT.isBound()) {
            Session.CURRENT.get().handedTo(endpoint);
        }
        endpoint.serve(peer);
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= 64 ? text : text.substring(0, text.offsetByCodePoints(0, 64)) + "...";
    }
}
