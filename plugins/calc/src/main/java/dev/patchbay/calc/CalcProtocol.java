package dev.patchbay.calc;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.client.ClientMode;
import dev.patchbay.api.load.Load;
import java.util.List;

/// The calculator for expressions.
public final class CalcProtocol implements Protocol {

    private static final ProtocolInfo INFO = ProtocolInfo.of("calc", "1.0")
            .banner("Calc Server 1.0")
            .port(10335)
            .summary("calculates expressions in exact decimals");

    /// Called by the host.
    public CalcProtocol() {}

    @Override
    public ProtocolInfo info() {
        return INFO;
    }

    @Override
    public Service open(ServiceContext context) {
        return new CalcService();
    }

    @Override
    public ClientMode clientMode() {
        return new CalcClientMode();
    }

    @Override
    public List<Load> loads() {
        return CalcLoads.ofExpressions();
    }
}
