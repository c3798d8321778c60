package first;

import dev.patchbay.api.Option;
import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.client.ClientMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Uses the api as plugins of its first level could.
public final class FirstProtocol implements Protocol {

    static final Option<Boolean> FLAG = Option.flag("flag", true, "a flag");
    static final Option<Integer> NUMBER = Option.integer("number", 7, 1, 10, "a number");
    static final Option<String> TEXT = Option.text("text", "plain", "a text");
    static final Option<String> WORD = Option.choice("word", "one", List.of("one", "two"), "a word");
    static final Option<Duration> TIME = Option.duration("time", Duration.ofSeconds(90), "a time");
    static final Option<Long> SIZE = Option.size("size", 2000, "a size");
    static final Option<Path> PATH = Option.path("path", Path.of(""), "a path");

    @Override
    public ProtocolInfo info() {
        return ProtocolInfo.of("first", "1.0")
                .banner("First Server 1.0")
                .port(10799)
                .summary("speaks all that the first api has words for")
                .options(FLAG, NUMBER, TEXT, WORD, TIME, SIZE, PATH);
    }

    @Override
    public Service open(ServiceContext context) {
        return new FirstService(context);
    }

    @Override
    public ClientMode clientMode() {
        return new FirstMode();
    }
}
