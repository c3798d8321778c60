package dev.patchbay.dns;

import dev.patchbay.api.Option;
import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.client.ClientMode;
import dev.patchbay.api.load.Exchange;
import dev.patchbay.api.load.Load;
import dev.patchbay.api.load.LoadContext;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// DNS 1.0: a name in, its address out.
public final class DnsProtocol implements Protocol {

    static final Option<Path> HOSTS = Option.path("hosts", Path.of("hosts"), "file of addresses and names, in hosts(5) format");

    private static final ProtocolInfo INFO = ProtocolInfo.of("dns", "1.0")
            .banner("DNS Server 1.0")
            .port(10334)
            .summary("tells the address of a name, and the name of an address")
            .options(HOSTS);

    /// Called by the host.
    public DnsProtocol() {}

    @Override
    public ProtocolInfo info() {
        return INFO;
    }

    @Override
    public Service open(ServiceContext context) {
        return new DnsService(new HostsFile(context.option(HOSTS), context.clock(), context.logger()));
    }

    @Override
    public ClientMode clientMode() {
        return new DnsClientMode();
    }

    @Override
    public List<Load> loads() {
        return List.of(Load.of("ask", "asks for the address of localhost", DnsProtocol::ask));
    }

    /// Which answer is right only the server's file can tell: the first one, and all others are the same.
    private static Exchange ask(LoadContext context) throws IOException {
        Connection connection = context.connect();
        Message question = Message.frame("localhost");
        connection.send(question);
        String answer = connection.frames().receive();
        if (Address.of(answer).isEmpty() && !answer.equals(DnsService.UNKNOWN)) {
            throw ConnectionException.violation("the answer '" + answer + "' is neither an address nor '" + DnsService.UNKNOWN + "'");
        }
        return Exchange.of(connection, List.of(question), List.of(Message.frame(answer)));
    }
}
