package dev.patchbay.inbox;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.client.ClientMode;

/// The inbox for messages in frames.
public final class InboxProtocol implements Protocol {

    private static final ProtocolInfo INFO = ProtocolInfo.of("inbox", "1.0")
            .banner("Inbox 1.0")
            .silent()
            .port(10332)
            .summary("shows and keeps the messages it is sent");

    /// Called by the host.
    public InboxProtocol() {}

    @Override
    public ProtocolInfo info() {
        return INFO;
    }

    @Override
    public Service open(ServiceContext context) {
        return new InboxService(Inbox.of(context));
    }

    @Override
    public ClientMode clientMode() {
        return new InboxClientMode();
    }
}
