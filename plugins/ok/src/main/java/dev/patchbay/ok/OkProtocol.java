package dev.patchbay.ok;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.client.ClientMode;
import dev.patchbay.api.load.Exchange;
import dev.patchbay.api.load.Load;
import dev.patchbay.api.wire.Message;
import java.util.List;

/// The OK protocol.
public final class OkProtocol implements Protocol {

    private static final ProtocolInfo INFO = ProtocolInfo.of("ok", "1.0")
            .banner("OK Server 1.0")
            .silent()
            .port(10337)
            .summary("answers OK to whatever it is sent");

    /// Called by the host.
    public OkProtocol() {}

    @Override
    public ProtocolInfo info() {
        return INFO;
    }

    @Override
    public Service open(ServiceContext context) {
        return new OkService();
    }

    @Override
    public ClientMode clientMode() {
        return new OkClientMode();
    }

    @Override
    public List<Load> loads() {
        // The wire does not tell two requests apart.
        return List.of(Load.of("ask", "says hello and is told OK", context ->
                        Exchange.of(context.connect(), List.of(Message.text("hello")), List.of(Message.text("OK"))))
                .unpipelined());
    }
}
