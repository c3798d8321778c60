package dev.patchbay.inbox;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.client.ClientMode;

/// The inbox for plain text.
public final class InboxPlainProtocol implements Protocol {

    private static final ProtocolInfo INFO = ProtocolInfo.of("inbox-plain", "1.0")
            .banner("Plain Inbox 1.0")
            .silent()
            .port(40000)
            .summary("shows and keeps the plain text it is sent");

    /// Called by the host.
    public InboxPlainProtocol() {}

    @Override
    public ProtocolInfo info() {
        return INFO;
    }

    @Override
    public Service open(ServiceContext context) {
        return new InboxPlainService(Inbox.of(context));
    }

    @Override
    public ClientMode clientMode() {
        return new InboxPlainClientMode();
    }
}
