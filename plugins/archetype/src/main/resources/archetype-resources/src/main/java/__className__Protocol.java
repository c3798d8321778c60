package ${package};

import dev.patchbay.api.Option;
import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.StreamService;
import dev.patchbay.api.client.ClientMode;
import dev.patchbay.api.wire.Frames;
import java.util.Locale;

/// Says louder whatever it is told.
public final class ${className}Protocol implements Protocol {

    private static final Option<String> MARK = Option.text("mark", "!", "stands behind each answer");

    private static final ProtocolInfo INFO = ProtocolInfo.of("${artifactId}", "1.0")
            .banner("${className} Server 1.0")
            .port(10777)
            .summary("says it louder")
            .options(MARK);

    /// Called by the host.
    public ${className}Protocol() {}

    @Override
    public ProtocolInfo info() {
        return INFO;
    }

    /// The server side. Each connection has a thread of its own, on which it is served from its first message to its last.
    @Override
    public Service open(ServiceContext context) {
        String mark = context.option(MARK);
        return StreamService.of(peer -> {
            Frames frames = peer.frames();
            while (frames.hasNext()) {
                frames.send(Frames.cut(frames.receive().toUpperCase(Locale.ROOT) + mark));
            }
        });
    }

    /// The REPL side: what a typed line does.
    @Override
    public ClientMode clientMode() {
        return context -> line -> {
            context.connection().frames().send(line);
            context.console().print(context.connection().frames().receive());
        };
    }
}
