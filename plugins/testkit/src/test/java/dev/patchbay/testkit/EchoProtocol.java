package dev.patchbay.testkit;

import dev.patchbay.api.Option;
import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.StreamService;
import dev.patchbay.api.client.ClientMode;
import dev.patchbay.api.load.Exchange;
import dev.patchbay.api.load.Load;
import dev.patchbay.api.wire.Frames;
import dev.patchbay.api.wire.Message;
import java.util.List;

/// Says what it is told.
public final class EchoProtocol implements Protocol {

    private static final Option<String> MARK = Option.text("mark", "", "stands before each answer");

    @Override
    public ProtocolInfo info() {
        return ProtocolInfo.of("echo", "1.0").banner("Echo Server 1.0").options(MARK);
    }

    @Override
    public Service open(ServiceContext context) {
        String mark = context.option(MARK);
        return StreamService.of(peer -> {
            Frames frames = peer.frames();
            while (frames.hasNext()) {
                frames.send(mark + frames.receive());
            }
        });
    }

    @Override
    public List<Load> loads() {
        return List.of(Load.of("echo", "has a text sent back", context -> {
            Message text = Message.frame("x".repeat((int) context.size()));
            return Exchange.of(context.connect(), List.of(text), List.of(text));
        }).size(32, 0, Frames.MAX_SIZE));
    }

    @Override
    public ClientMode clientMode() {
        return context -> line -> {
            context.connection().frames().send(line);
            context.console().print(context.connection().frames().receive());
        };
    }
}
