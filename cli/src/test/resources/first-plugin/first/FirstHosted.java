package first;

import com.sun.net.httpserver.HttpServer;
import dev.patchbay.api.HostedService;
import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import java.io.IOException;
import java.net.InetSocketAddress;

/// Brings a server of its own.
public final class FirstHosted implements Protocol {

    @Override
    public ProtocolInfo info() {
        return ProtocolInfo.of("first-hosted", "1.0").silent().unlisted().port(10798);
    }

    @Override
    public Service open(ServiceContext context) throws IOException {
        HttpServer server = HttpServer.create();
        return new HostedService() {
            @Override
            public InetSocketAddress start(InetSocketAddress address) throws IOException {
                server.bind(address, 0);
                server.start();
                return server.getAddress();
            }

            @Override
            public void stop() {
                server.stop(0);
            }
        };
    }
}
