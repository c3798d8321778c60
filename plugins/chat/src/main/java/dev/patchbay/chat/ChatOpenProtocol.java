package dev.patchbay.chat;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.client.ClientMode;

/// The chat without names.
public final class ChatOpenProtocol implements Protocol {

    private static final ProtocolInfo INFO = ProtocolInfo.of("chat-open", "1.0")
            .banner("Open Chat 1.0")
            .silent()
            .port(10127)
            .summary("passes on what anybody types, without names");

    /// Called by the host.
    public ChatOpenProtocol() {}

    @Override
    public ProtocolInfo info() {
        return INFO;
    }

    @Override
    public Service open(ServiceContext context) {
        return new ChatOpenService(context);
    }

    @Override
    public ClientMode clientMode() {
        return new ChatOpenClientMode();
    }
}
