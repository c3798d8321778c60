package dev.patchbay.cli.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.ProtocolInfo;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterTest {

    private static final EchoProtocol AIR = new EchoProtocol(ProtocolInfo.of("air", "1.0").broadcast().port(40000));

    private final ScriptedServer lobby = TestLobby.start();
    private final TestGateway gateway = TestGateway.withLobby(lobby);

    @AfterEach
    void stop() throws Exception {
        lobby.close();
    }

    private static Router router(TestGateway gateway) {
        Catalog catalog = new Catalog(() -> List.of(EchoProtocol.ANNOUNCED, AIR));
        return new Router(catalog, new Names(Optional.empty()), gateway);
    }

    @ParameterizedTest
    @CsvSource({
        "udp://:24000, 127.0.0.1:24000, localhost:24000",
        "udp://0.0.0.0, 0.0.0.0:40000, 0.0.0.0:40000",
        "air://192.0.2.255:24000, 192.0.2.255:24000, 192.0.2.255:24000",
    })
    void whereBroadcastsGoThereIsNoServerSoOnesOwnBridgeIsTheServer(String typed, String bridged, String label) throws Exception {
        Route route = router(gateway).route(typed, Optional.empty());

        assertThat(gateway.requests()).containsExactly("bridge air " + bridged);
        assertThat(route).isEqualTo(new Route.ThroughLobby(new Lobby(lobby.socketAddress(), label), "air", Optional.empty()));
    }

    @Test
    void aBridgeThatCannotBeSaysWhere() {
        assertThatThrownBy(() -> router(TestGateway.none()).route("udp://:24000", Optional.empty()))
                .hasMessage("cannot take part in broadcasts on localhost:24000: no gateway runs");
    }

    @Test
    void otherProtocolsAreDialledWhereTheyAre() throws Exception {
        Route route = router(gateway).route("echo://127.0.0.1", Optional.empty());

        assertThat(route).isInstanceOfSatisfying(Route.Direct.class, direct -> {
            assertThat(direct.address().getPort()).isEqualTo(10777);
            assertThat(direct.protocol()).contains("echo");
        });
        assertThat(gateway.requests()).isEmpty();
    }
}
