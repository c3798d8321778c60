package dev.patchbay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import dev.patchbay.api.Option;
import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.StreamService;
import dev.patchbay.api.client.Item;
import dev.patchbay.gateway.Client;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class SmallGatewayTest {

    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

    /// Reports what it was told when somebody comes.
    private static final class GreeterProtocol implements Protocol {

        private static final Option<String> GREETING = Option.text("greeting", "", "what to report");

        @Override
        public ProtocolInfo info() {
            return ProtocolInfo.of("greeter", "1.0").silent().port(10799).options(GREETING);
        }

        @Override
        public Service open(ServiceContext context) {
            return StreamService.of(peer -> context.report(Item.of("greeting").with("text", context.option(GREETING))));
        }
    }

    private final List<String> reports = new CopyOnWriteArrayList<>();

    private SmallGateway start(int port, String greeting) throws Exception {
        return SmallGateway.start(
                new GreeterProtocol(), new InetSocketAddress(HERE, port), false, Map.of("greeting", greeting), item -> reports.add(item.toString()));
    }

    @Test
    void servesTheOneProtocolWithItsOptionsAndPassesOnWhatItReports() throws Exception {
        String greeting = "\"hello\" \\ é\t\u007f";
        try (SmallGateway small = start(0, greeting)) {
            assertThat(small.gateway().listeners()).singleElement().matches(row -> row.protocol().equals("greeter"));

            Client.connect(small.gateway().listeners().getFirst().address(), Duration.ofSeconds(10), _ -> {}).close();

            await().untilAsserted(() -> assertThat(reports).containsExactly(greeting));
        }
    }

    @Test
    void leavesNothingBehind() throws Exception {
        SmallGateway small = start(0, "x");
        assertThat(small.folder().path()).exists();

        small.close();

        assertThat(small.folder().path()).doesNotExist();
    }

    @Test
    void aPortInUseIsAnErrorThatNamesIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, HERE)) {
            assertThatIOException().isThrownBy(() -> start(taken.getLocalPort(), "x")).withMessageContaining("port " + taken.getLocalPort());
        }
    }
}
