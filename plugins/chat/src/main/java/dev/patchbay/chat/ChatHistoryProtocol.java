package dev.patchbay.chat;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.client.ClientMode;

/// The chat that keeps what was said.
public final class ChatHistoryProtocol implements Protocol {

    private static final ProtocolInfo INFO = ProtocolInfo.of("chat-history", "1.0")
            .banner("Chat History 1.0")
            .silent()
            .port(10125)
            .summary("a chat that tells whoever comes what was said before");

    /// Called by the host.
    public ChatHistoryProtocol() {}

    @Override
    public ProtocolInfo info() {
        return INFO;
    }

    @Override
    public Service open(ServiceContext context) {
        return new ChatHistoryService(context);
    }

    @Override
    public ClientMode clientMode() {
        return new TranscriptClientMode(TranscriptKind.HISTORY);
    }
}
