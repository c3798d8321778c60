package dev.patchbay.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.StreamService;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlClientTest {

    @TempDir
    Path folder;

    @Test
    void whereProtocolsAreServedIsTold() throws Exception {
        try (Gateway gateway = TestGateway.start(folder, "listener.echo.port = 0\n", protocol("echo"))) {
            ControlClient client = ControlClient.find(folder.resolve("data")).orElseThrow();

            assertThat(client.lobby()).isEqualTo(TestGateway.address(gateway, "lobby"));
            assertThat(client.listener("echo")).isEqualTo(TestGateway.address(gateway, "echo"));
            assertThat(client.listener("lobby")).isEqualTo(client.lobby());
        }
    }

    @Test
    void aProtocolThatIsNotServedOnAPortIsToldWhy() throws Exception {
        try (Gateway _ = TestGateway.start(folder, "", protocol("echo"))) {
            ControlClient client = ControlClient.find(folder.resolve("data")).orElseThrow();

            assertThatIllegalArgumentException().isThrownBy(() -> client.listener("echo"))
                    .withMessage("nothing listens for echo on a port of its own: `patchbay status` says why");
            assertThatIllegalArgumentException().isThrownBy(() -> client.listener("chess"))
                    .withMessage("unknown protocol 'chess': `patchbay protocols` lists them");
        }
    }

    private static TestProtocol protocol(String id) {
        return new TestProtocol(ProtocolInfo.of(id, "1.0"), _ -> StreamService.of(_ -> {}));
    }
}
