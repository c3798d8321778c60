package dev.patchbay.gateway;

import static dev.patchbay.gateway.TestGateway.connect;
import static dev.patchbay.gateway.TestGateway.receive;
import static dev.patchbay.gateway.TestGateway.receiveAll;
import static dev.patchbay.gateway.TestGateway.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.StreamService;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LobbyTest {

    private static final String BANNER = "0012Patchbay 1.0";

    private Gateway gateway;
    private Socket socket;

    @BeforeEach
    @SuppressWarnings("NullAway.Init")
    void open(@TempDir Path folder) throws Exception {
        TestProtocol raw = new TestProtocol(ProtocolInfo.of("raw", "2.1").banner("Raw 2.1").silent().port(10781), context -> StreamService.of(peer -> {
            while (peer.chunks().hasNext()) {
                peer.chunks().send("<" + peer.chunks().receive() + ">");
            }
        }));
        gateway = TestGateway.start(folder, "listener.raw.port = 0\nlimits.lobby-time = \"1 s\"\n", raw);
        socket = connect(gateway, "lobby");
        assertThat(receive(socket, BANNER.length())).isEqualTo(BANNER);
    }

    @AfterEach
    void close() throws IOException {
        socket.close();
        gateway.close();
    }

    @Test
    void listsTheProtocolsBehindTheirNumber() throws Exception {
        int port = TestGateway.address(gateway, "raw").getPort();
        String line = "raw 2.1 " + port + " Raw 2.1";

        send(socket, "0009protocols");

        String expected = "00011" + String.format("%04d", line.length()) + line;
        assertThat(receive(socket, expected.length())).isEqualTo(expected);
    }

    @Test
    void opensASilentProtocolWithItsBannerAndLosesNothingThatWasPipelined() throws Exception {
        send(socket, "0008open rawabc");

        assertThat(receive(socket, 11 + 5)).isEqualTo("0007Raw 2.1<abc>");
    }

    @Test
    void goesOnAfterAnUnknownName() throws Exception {
        send(socket, "0009open nope0009protocols");

        assertThat(receive(socket, 4 + 28 + 5)).isEqualTo("0028error: unknown protocol nope00011");
    }

    @Test
    void saysWhatItKnows() throws Exception {
        send(socket, "0005hello");

        assertThat(receive(socket, 4 + 61)).isEqualTo("0061error: the lobby knows protocols, open ID and quit, not hello");
    }

    @Test
    void closesOnQuit() throws Exception {
        send(socket, "0004quit");

        assertThat(receiveAll(socket)).isEmpty();
    }

    @Test
    void endsAPeerThatStaysSilent() throws Exception {
        assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
}
