package dev.patchbay.bbs;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.client.ClientMode;
import dev.patchbay.api.load.Load;
import java.util.List;

/// BBS 1.2: the board and direct messages both ways.
public final class BbsProtocol implements Protocol {

    private static final ProtocolInfo INFO = ProtocolInfo.of("bbs", "1.2")
            .banner("BBS Server 1.2")
            .port(10333)
            .summary("a bulletin board with direct messages");

    /// Called by the host.
    public BbsProtocol() {}

    @Override
    public ProtocolInfo info() {
        return INFO;
    }

    @Override
    public Service open(ServiceContext context) {
        return new BbsService(BbsVersion.V1_2, context);
    }

    @Override
    public ClientMode clientMode() {
        return new BbsClientMode(BbsVersion.V1_2);
    }

    @Override
    public List<Load> loads() {
        return BbsLoads.of(BbsVersion.V1_2);
    }
}
