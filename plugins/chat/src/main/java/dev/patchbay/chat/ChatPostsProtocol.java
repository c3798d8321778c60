package dev.patchbay.chat;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.client.ClientMode;

/// The chat that keeps what was said, when, and from where.
public final class ChatPostsProtocol implements Protocol {

    private static final ProtocolInfo INFO = ProtocolInfo.of("chat-posts", "1.0")
            .banner("Chat Posts 1.0")
            .silent()
            .port(10126)
            .summary("a chat that keeps what was said, when, and from where");

    private final Resolver resolver;

    /// Called by the host.
    public ChatPostsProtocol() {
        this(Resolver.SYSTEM);
    }

    ChatPostsProtocol(Resolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public ProtocolInfo info() {
        return INFO;
    }

    @Override
    public Service open(ServiceContext context) {
        return new ChatPostsService(context, new SenderNames(resolver, context.clock()));
    }

    @Override
    public ClientMode clientMode() {
        return new TranscriptClientMode(TranscriptKind.POSTS);
    }
}
