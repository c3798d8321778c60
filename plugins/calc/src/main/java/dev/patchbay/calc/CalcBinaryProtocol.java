package dev.patchbay.calc;

import dev.patchbay.api.Option;
import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.client.ClientMode;
import dev.patchbay.api.load.Load;
import java.util.List;

/// The calculator for binary requests.
public final class CalcBinaryProtocol implements Protocol {

    static final Option<String> REQUEST =
            Option.choice("request", RequestFormat.IIC.word(), RequestFormat.words(), "how requests are laid out");
    static final Option<String> REPLY = Option.choice("reply", ReplyFormat.TEXT.word(), ReplyFormat.words(), "how replies are laid out");

    private static final ProtocolInfo INFO = ProtocolInfo.of("calc-binary", "1.0")
            .banner("Binary Calc Server 1.0")
            .silent()
            .port(10341)
            .summary("calculates with two whole numbers as Python does")
            .options(REQUEST, REPLY);

    /// Called by the host.
    public CalcBinaryProtocol() {}

    @Override
    public ProtocolInfo info() {
        return INFO;
    }

    @Override
    public Service open(ServiceContext context) {
        return new CalcBinaryService(
                RequestFormat.called(context.option(REQUEST)).orElseThrow(),
                ReplyFormat.called(context.option(REPLY)).orElseThrow());
    }

    @Override
    public ClientMode clientMode() {
        return new CalcBinaryClientMode();
    }

    @Override
    public List<Load> loads() {
        return CalcLoads.ofBinary();
    }
}
