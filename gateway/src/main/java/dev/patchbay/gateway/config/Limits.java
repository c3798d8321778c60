package dev.patchbay.gateway.config;

import dev.patchbay.api.Option;
import java.time.Duration;

/// What the gateway allows its peers: the table `[limits]`. A time, a rate or a number for each address of zero is no limit.
///
/// @param connections            connections at the same time, in total
/// @param connectionsPerListener connections at the same time on a listener that does not set its own limit
/// @param connectionsPerAddress  connections at the same time from one address
/// @param acceptsPerSecond       new connections a second from one address
/// @param bytesPerSecond         bytes a second that are read from a connection
/// @param messagesPerSecond      messages a second that are read from a connection
/// @param datagramsPerSecond     datagrams a second that are received from one address
/// @param messageTime            how long a peer may take to finish a message it began, or to take what is sent to it
/// @param lobbyTime              how long a peer may take for a command in the lobby
/// @param idleTime               how long a peer may stay silent between two messages
/// @param backlog                bytes that may wait for one receiver that is slow
/// @param backlogTotal           bytes that may wait for all receivers together
/// @param drainTime              how long connections may go on when the gateway stops or their plugin is removed; zero: not at all
/// @param upgradeTime            how long connections may go on with the version of a plugin before the one that is served
public record Limits(
        int connections,
        int connectionsPerListener,
        PeerLimit connectionsPerAddress,
        PeerLimit acceptsPerSecond,
        int bytesPerSecond,
        PeerLimit messagesPerSecond,
        PeerLimit datagramsPerSecond,
        Duration messageTime,
        Duration lobbyTime,
        Duration idleTime,
        int backlog,
        int backlogTotal,
        Duration drainTime,
        Duration upgradeTime) {

    static final Option<Duration> IDLE_TIME =
            Option.duration("idle-time", Duration.ZERO, "how long a peer may stay silent between two messages; 0 s: for ever");

    static final int MANY = 1_000_000;

    static final Option<Integer> CONNECTIONS_PER_LISTENER =
            Option.integer("connections-per-listener", 15_000, 1, MANY, "connections at the same time on one listener");

    private static final int GIGABYTE = 1 << 30;

    private static final Option<Integer> CONNECTIONS =
            Option.integer("connections", 20_000, 1, MANY, "connections at the same time, in total");
    private static final Option<Integer> CONNECTIONS_PER_ADDRESS =
            Option.integer("connections-per-address", 1000, 0, MANY, "connections at the same time from one address");
    private static final Option<Integer> ACCEPTS_PER_SECOND =
            Option.integer("accepts-per-second", 100, 0, MANY, "new connections a second from one address");
    private static final Option<Integer> BYTES_PER_SECOND =
            Option.integer("bytes-per-second", 0, 0, GIGABYTE, "bytes a second that are read from a connection");
    private static final Option<Integer> MESSAGES_PER_SECOND =
            Option.integer("messages-per-second", 1000, 0, MANY, "messages a second that are read from a connection");
    private static final Option<Integer> DATAGRAMS_PER_SECOND =
            Option.integer("datagrams-per-second", 1000, 0, MANY, "datagrams a second from one address");
    private static final Option<Duration> MESSAGE_TIME =
            Option.duration("message-time", Duration.ofSeconds(30), "to finish a message that was begun, and to take what is sent");
    private static final Option<Duration> LOBBY_TIME =
            Option.duration("lobby-time", Duration.ofSeconds(60), "how long a peer may take for a command in the lobby");
    private static final Option<Integer> BACKLOG =
            Option.integer("backlog", 1 << 20, 1 << 14, GIGABYTE, "bytes that may wait for one receiver that is slow");
    private static final Option<Integer> BACKLOG_TOTAL =
            Option.integer("backlog-total", 1 << 26, 1 << 14, GIGABYTE, "bytes that may wait for all receivers together");
    private static final Option<Duration> DRAIN_TIME =
            Option.duration("drain-time", Duration.ofSeconds(30), "how long connections may go on when the gateway stops or their plugin is removed");
    private static final Option<Duration> UPGRADE_TIME =
            Option.duration("upgrade-time", Duration.ofHours(1), "how long connections may go on with the version before of a plugin");

    static Limits read(Section section) {
        Limits limits = new Limits(
                section.read(CONNECTIONS),
                section.read(CONNECTIONS_PER_LISTENER),
                PeerLimit.read(section, CONNECTIONS_PER_ADDRESS),
                PeerLimit.read(section, ACCEPTS_PER_SECOND),
                section.read(BYTES_PER_SECOND),
                PeerLimit.read(section, MESSAGES_PER_SECOND),
                PeerLimit.read(section, DATAGRAMS_PER_SECOND),
                section.read(MESSAGE_TIME),
                section.read(LOBBY_TIME),
                section.read(IDLE_TIME),
                section.read(BACKLOG),
                section.read(BACKLOG_TOTAL),
                section.read(DRAIN_TIME),
                section.read(UPGRADE_TIME));
        section.rejectUnknown();
        return limits;
    }
}
