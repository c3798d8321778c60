package dev.patchbay.dns;

import dev.patchbay.api.Option;
import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.client.ClientMode;
import java.util.List;

/// The DNS of the Internet, for the names of the same hosts file and for the gateway's own listeners.
public final class DnsRfc1035Protocol implements Protocol {

    static final Option<Integer> RATE = Option.integer(
            "rate", 50, 1, 100_000, "answers a second over UDP to one network, of addresses that have not proved to be there");

    private static final ProtocolInfo INFO = ProtocolInfo.of("dns-rfc1035", "1.0")
            .banner("(DNS)")
            .silent()
            .unlisted()
            .port(10353)
            .summary("the DNS of the Internet: hosts, and where this gateway's protocols listen")
            .options(DnsProtocol.HOSTS, RATE);

    /// Called by the host.
    public DnsRfc1035Protocol() {}

    @Override
    public ProtocolInfo info() {
        return INFO;
    }

    @Override
    public Service open(ServiceContext context) {
        HostsFile hosts = new HostsFile(context.option(DnsProtocol.HOSTS), context.clock(), context.logger());
        Responder responder = new Responder(List.of(new HostsRecords(hosts), new ListenerRecords(context::listeners, hosts)));
        Cookies cookies = new Cookies(context.clock());
        ResponseRate rate = new ResponseRate(context.option(RATE), System::nanoTime);
        return new DnsRfc1035Service(responder, cookies, new DatagramAnswers(responder, cookies, rate));
    }

    @Override
    public ClientMode clientMode() {
        return new DnsRfc1035ClientMode();
    }
}
