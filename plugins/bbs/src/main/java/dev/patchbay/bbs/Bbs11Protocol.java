package dev.patchbay.bbs;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.client.ClientMode;
import dev.patchbay.api.load.Load;
import java.util.List;

/// BBS 1.1: users, who can send direct messages but not read them.
public final class Bbs11Protocol implements Protocol {

    private static final ProtocolInfo INFO = ProtocolInfo.of("bbs-1.1", "1.1")
            .banner("BBS Server 1.1 (jeckroth)")
            .port(10339)
            .summary("a bulletin board whose users can send direct messages");

    /// Called by the host.
    public Bbs11Protocol() {}

    @Override
    public ProtocolInfo info() {
        return INFO;
    }

    @Override
    public Service open(ServiceContext context) {
        return new BbsService(BbsVersion.V1_1, context);
    }

    @Override
    public ClientMode clientMode() {
        return new BbsClientMode(BbsVersion.V1_1);
    }

    @Override
    public List<Load> loads() {
        return BbsLoads.of(BbsVersion.V1_1);
    }
}
