package dev.patchbay.dns;

import dev.patchbay.api.InlineService;
import dev.patchbay.api.wire.Connection;

/// Answers any number of questions, one message each.
final class DnsService implements InlineService {

    static final String UNKNOWN = "unknown domain";

    private final HostsFile hosts;

    DnsService(HostsFile hosts) {
        this.hosts = hosts;
    }

    @Override
    public boolean isWhole(Connection peer) {
        return peer.frames().isWhole();
    }

    @Override
    public void answer(Connection peer) {
        peer.frames().send(hosts.table().answer(peer.frames().receive()).orElse(UNKNOWN));
    }
}
