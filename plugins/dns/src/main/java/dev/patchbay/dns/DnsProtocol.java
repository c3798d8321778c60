package dev.patchbay.dns;

import dev.patchbay.api.Option;
import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.client.ClientMode;
import java.nio.file.Path;

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
}
