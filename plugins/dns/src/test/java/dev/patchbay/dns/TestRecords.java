package dev.patchbay.dns;

import dev.patchbay.api.ListenerInfo;
import dev.patchbay.testkit.HandClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What the tests of this package ask about.
final class TestRecords {

    static final List<ListenerInfo> LISTENERS = List.of(
            listener("bbs", "127.0.0.1", 10333, false),
            listener("bbs", "10.0.0.7", 10433, false),
            listener("bbs-1.0", "127.0.0.1", 10331, false),
            listener("udp-broadcast", "127.255.255.255", 40000, true));

    private TestRecords() {}

    private static ListenerInfo listener(String protocol, String address, int port, boolean datagram) {
        return new ListenerInfo(protocol, new InetSocketAddress(InetAddress.ofLiteral(address), port), datagram);
    }

    static HostsFile hosts(Path folder, String lines) throws IOException {
        return new HostsFile(Files.writeString(folder.resolve("hosts"), lines), new HandClock(), new ListLogger());
    }

    static Responder responder(HostsFile hosts) {
        return new Responder(List.of(new HostsRecords(hosts), new ListenerRecords(() -> LISTENERS, hosts)));
    }
}
