package dev.patchbay.dns;

import dev.patchbay.api.StreamService;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.Frames;

/// Answers any number of questions, one message each.
final class DnsService implements StreamService {

    static final String UNKNOWN = "unknown domain";

    private final HostsFile hosts;

    DnsService(HostsFile hosts) {
        this.hosts = hosts;
    }

    @Override
    public void serve(Connection peer) {
        Frames frames = peer.frames();
        while (frames.hasNext()) {
            String question = frames.receive();
            frames.send(hosts.table().answer(question).orElse(UNKNOWN));
        }
    }
}
