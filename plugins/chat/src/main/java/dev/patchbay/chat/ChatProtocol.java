package dev.patchbay.chat;

import dev.patchbay.api.Option;
import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.client.ClientMode;
import dev.patchbay.api.load.Load;
import java.util.List;

/// The chat with names.
public final class ChatProtocol implements Protocol {

    static final Option<Boolean> ANNOUNCE_MEMBERS =
            Option.flag("announce-members", false, "whether the others are told who comes and goes");

    private static final ProtocolInfo INFO = ProtocolInfo.of("chat", "1.0")
            .banner("Chat Server 1.0")
            .silent()
            .port(10000)
            .summary("passes on what anybody says, with the name of who said it")
            .options(ANNOUNCE_MEMBERS);

    /// Called by the host.
    public ChatProtocol() {}

    @Override
    public ProtocolInfo info() {
        return INFO;
    }

    @Override
    public Service open(ServiceContext context) {
        return new ChatService(context);
    }

    @Override
    public ClientMode clientMode() {
        return new ChatClientMode();
    }

    @Override
    public List<Load> loads() {
        return List.of(FanOut.LOAD);
    }
}
