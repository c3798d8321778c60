package dev.patchbay.gateway.config;

import dev.patchbay.api.Option;
import java.net.InetAddress;

/// A limit for each peer, such as connections of one address. Its default is for peers of other machines only: behind the loopback
/// address are a whole classroom's clients, a proxy or a test harness. What an operator sets is for every peer.
///
/// @param others   the limit for peers of other machines; zero for none
/// @param loopback the limit for peers on this machine; zero for none
public record PeerLimit(int others, int loopback) {

    /// {@return a limit for every peer}
    public static PeerLimit everybody(int limit) {
        return new PeerLimit(limit, limit);
    }

    /// {@return a limit for the peers of other machines}
    public static PeerLimit others(int limit) {
        return new PeerLimit(limit, 0);
    }

    static PeerLimit read(Section section, Option<Integer> option) {
        return section.find(option).map(PeerLimit::everybody).orElse(others(option.defaultValue()));
    }

    /// {@return the limit for a peer at this address; zero for none}
    public int of(InetAddress address) {
        return address.isLoopbackAddress() ? loopback : others;
    }
}
