package dev.patchbay.bbs;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.client.ClientMode;
import dev.patchbay.api.load.Load;
import java.util.List;

/// BBS 1.0: posts, and nothing else.
public final class Bbs10Protocol implements Protocol {

    private static final ProtocolInfo INFO = ProtocolInfo.of("bbs-1.0", "1.0")
            .banner("Welcome")
            .port(10331)
            .summary("a bulletin board");

    /// Called by the host.
    public Bbs10Protocol() {}

    @Override
    public ProtocolInfo info() {
        return INFO;
    }

    @Override
    public Service open(ServiceContext context) {
        return new BbsService(BbsVersion.V1_0, context);
    }

    @Override
    public ClientMode clientMode() {
        return new BbsClientMode(BbsVersion.V1_0);
    }

    @Override
    public List<Load> loads() {
        return BbsLoads.of(BbsVersion.V1_0);
    }
}
