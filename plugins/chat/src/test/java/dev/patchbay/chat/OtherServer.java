package dev.patchbay.chat;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.StreamService;
import dev.patchbay.testkit.ProtocolServer;

/// A server that is not as ours, such as the original ones.
///
/// @param service what it does with each connection
record OtherServer(StreamService service) implements Protocol {

    static ProtocolServer start(StreamService service) {
        return ProtocolServer.start(new OtherServer(service));
    }

    @Override
    public ProtocolInfo info() {
        return ProtocolInfo.of("other", "1.0").silent();
    }

    @Override
    public Service open(ServiceContext context) {
        return service;
    }
}
