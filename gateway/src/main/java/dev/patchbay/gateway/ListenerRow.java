package dev.patchbay.gateway;

import java.net.InetSocketAddress;
import java.util.Optional;

/// One line of the listeners table.
///
/// @param name     the listener's name, as in `[listener.NAME]`
/// @param protocol the id of its protocol
/// @param version  the version of its protocol
/// @param banner   the banner of its protocol
/// @param address  where it listens, or would listen
/// @param problem  why it does not listen and which key to set, if so
/// @param sessions how many connections it serves now
/// @param served   how many connections it has served
public record ListenerRow(
        String name,
        String protocol,
        String version,
        String banner,
        InetSocketAddress address,
        Optional<String> problem,
        int sessions,
        long served) {}
