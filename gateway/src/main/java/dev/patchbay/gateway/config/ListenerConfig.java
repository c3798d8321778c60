package dev.patchbay.gateway.config;

import dev.patchbay.api.Option;
import dev.patchbay.api.ProtocolInfo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// One listener: a table `[listener.NAME]`, or what a protocol gets when nobody configures it.
///
/// @param name        the listener's name
/// @param protocol    the id of the protocol it serves
/// @param host        the address to listen on
/// @param port        the port to listen on; 0 for any that is free, -1 for none: only the lobby leads to it
/// @param announce    whether a connection begins with the protocol's banner
/// @param enabled     whether it listens at all
/// @param idleTime    how long a peer may stay silent between two messages; zero for ever
/// @param connections how many it serves at the same time
/// @param ephemeral   whether its journals are in memory only, apart from those of other listeners, and end with the gateway
/// @param options     the value of every option that the protocol declares, by name; paths are absolute or empty
public record ListenerConfig(
        String name,
        String protocol,
        String host,
        int port,
        boolean announce,
        boolean enabled,
        Duration idleTime,
        int connections,
        boolean ephemeral,
        Map<String, Object> options) {

    static final Option<String> PROTOCOL = Option.text("protocol", "", "the protocol it serves; its own name if not set");

    private static final Option<String> HOST = Option.text("host", "127.0.0.1", "the address to listen on");
    private static final Option<Integer> PORT = Option.integer("port", 0, 0, 65_535, "the port to listen on; 0 for any that is free");
    private static final Option<Boolean> ANNOUNCE = Option.flag("announce", true, "whether a connection begins with the banner");
    private static final Option<Boolean> EPHEMERAL =
            Option.flag("ephemeral", false, "whether what it keeps is in memory only, and gone when the gateway stops");
    private static final Option<Boolean> ENABLED = Option.flag("enabled", true, "whether it listens at all");
    private static final Option<Integer> CONNECTIONS = Option.integer(
            "connections", Limits.CONNECTIONS_PER_LISTENER.defaultValue(), 1, Limits.MANY, "how many it serves at the same time");

    /// The keys of every listener, which no protocol may declare as an option of its own.
    public static final Set<String> RESERVED_KEYS =
            Set.of(PROTOCOL.name(), HOST.name(), PORT.name(), ANNOUNCE.name(), ENABLED.name(), EPHEMERAL.name(), Limits.IDLE_TIME.name(),
                    CONNECTIONS.name());

    public ListenerConfig {
        options = Map.copyOf(options);
    }

    /// Reads the table of one listener.
    ///
    /// @param base where relative paths count from, absolute
    static ListenerConfig read(Section section, ProtocolInfo protocol, String host, Limits limits, Path base) {
        Map<String, Object> options = new TreeMap<>();
        for (Option<?> option : protocol.options()) {
            Object value = section.read(option);
            options.put(option.name(), value instanceof Path path && !path.toString().isEmpty() ? base.resolve(path).normalize() : value);
        }
        section.find(PROTOCOL);
        boolean enabled = section.read(ENABLED);
        ListenerConfig listener = new ListenerConfig(
                section.name(),
                protocol.id(),
                section.find(HOST).orElse(host),
                enabled ? port(section, protocol) : section.read(PORT),
                section.find(ANNOUNCE).orElse(protocol.announced()),
                enabled,
                section.find(Limits.IDLE_TIME).orElse(limits.idleTime()),
                section.find(CONNECTIONS).orElse(limits.connectionsPerListener()),
                section.read(EPHEMERAL),
                options);
        section.rejectUnknown();
        return listener;
    }

    /// Only the listener that is named as its protocol inherits the default port, since two cannot have it.
    private static int port(Section section, ProtocolInfo protocol) {
        boolean inherits = section.name().equals(protocol.id());
        if (!section.sets(PORT) && !inherits) {
            section.problem("the listener '" + section.name() + "' has no port: add port = NUMBER (0 for any that is free)");
        }
        return section.find(PORT).orElse(protocol.defaultPort().orElse(-1));
    }

    ListenerConfig withHost(String otherHost) {
        return new ListenerConfig(name, protocol, otherHost, port, announce, enabled, idleTime, connections, ephemeral, options);
    }
}
