package dev.patchbay.gateway.config;

import dev.patchbay.api.Option;
import java.time.Duration;

/// What the gateway allows its peers: the table `[limits]`. A time of zero is no limit.
///
/// @param connections           connections at the same time, in total
/// @param connectionsPerAddress connections at the same time from one address
/// @param messageTime           how long a peer may take to finish a message it began, or to take what is sent to it
/// @param lobbyTime             how long a peer may take for a command in the lobby
/// @param idleTime              how long a peer may stay silent between two messages
/// @param backlog               bytes that may wait for one receiver that is slow
/// @param drainTime             how long connections may go on when the gateway stops; zero: not at all
public record Limits(
        int connections,
        int connectionsPerAddress,
        Duration messageTime,
        Duration lobbyTime,
        Duration idleTime,
        int backlog,
        Duration drainTime) {

    static final Option<Duration> IDLE_TIME =
            Option.duration("idle-time", Duration.ZERO, "how long a peer may stay silent between two messages; 0 s: for ever");

    private static final Option<Integer> CONNECTIONS =
            Option.integer("connections", 20_000, 1, 1_000_000, "connections at the same time, in total");
    private static final Option<Integer> CONNECTIONS_PER_ADDRESS =
            Option.integer("connections-per-address", 5_000, 1, 1_000_000, "connections at the same time from one address");
    private static final Option<Duration> MESSAGE_TIME =
            Option.duration("message-time", Duration.ofSeconds(30), "to finish a message that was begun, and to take what is sent");
    private static final Option<Duration> LOBBY_TIME =
            Option.duration("lobby-time", Duration.ofSeconds(60), "how long a peer may take for a command in the lobby");
    private static final Option<Integer> BACKLOG =
            Option.integer("backlog", 1 << 20, 1 << 14, 1 << 30, "bytes that may wait for one receiver that is slow");
    private static final Option<Duration> DRAIN_TIME =
            Option.duration("drain-time", Duration.ofSeconds(30), "how long connections may go on when the gateway stops");

    static Limits read(Section section) {
        Limits limits = new Limits(
                section.read(CONNECTIONS),
                section.read(CONNECTIONS_PER_ADDRESS),
                section.read(MESSAGE_TIME),
                section.read(LOBBY_TIME),
                section.read(IDLE_TIME),
                section.read(BACKLOG),
                section.read(DRAIN_TIME));
        section.rejectUnknown();
        return limits;
    }
}
