package second;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.StreamService;
import dev.patchbay.api.load.Exchange;
import dev.patchbay.api.load.Load;
import dev.patchbay.api.wire.Frames;
import dev.patchbay.api.wire.Message;
import java.util.List;

/// Uses what came to the api with its level 1.1, as plugins of that level could.
public final class SecondProtocol implements Protocol {

    private static final Load ECHO = Load.of("echo", "has texts sent back", context -> {
        String filler = "x".repeat((int) context.size() - 1);
        List<Message> texts = List.of(Message.frame("1" + filler), Message.frame("2" + filler));
        return Exchange.of(context.connect(), texts, texts);
    });

    @Override
    public ProtocolInfo info() {
        return ProtocolInfo.of("second", "1.1").banner("Second Server 1.1").port(10798).summary("says what it is told");
    }

    @Override
    public Service open(ServiceContext context) {
        return StreamService.of(peer -> {
            Frames frames = peer.frames();
            while (frames.hasNext()) {
                frames.send(frames.receive());
            }
        });
    }

    @Override
    public List<Load> loads() {
        Load joint = Load.of("joint", "says something on all connections", JointExchange::open).counting("answers").joint();
        Load steps = Load.of("steps", "says two things, one after the other", StepsExchange::open).unpipelined();
        Load wrong = Load.of("wrong", "expects another answer", context ->
                Exchange.of(context.connect(), List.of(Message.frame("one")), List.of(Message.frame("two"))));
        Load.Size size = new Load.Size(10, 1, Frames.MAX_SIZE);
        return List.of(ECHO.size(size.usual(), size.smallest(), size.largest()), joint, steps, wrong, Load.of("failing", "has a bug", _ -> {
            throw new IllegalStateException("a bug");
        }));
    }
}
