package dev.patchbay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.cli.shell.ExitCode;
import dev.patchbay.gateway.Gateway;
import dev.patchbay.gateway.GatewaySettings;
import dev.patchbay.gateway.ListenerRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A plugin that was compiled against the first level of the api, for good, is served and spoken as on its first day.
class FirstPluginTest {

    private static final FrozenPlugin PLUGIN = new FrozenPlugin("first");

    private static final String CONFIG = """
            [listener]
            lobby.port = 0
            first.port = 0
            first-datagrams.port = 0
            first-hosted.port = 0
            """;

    @TempDir
    Path folder;

    @Test
    void theJarIsTheOneOfThatDay() throws Exception {
        assertThat(PLUGIN.checksum()).isEqualTo("60798189662b636dd62aedc493c6ec0297d217a0c1b5fd006f0f01356b8006dd");
    }

    @Test
    void itIsServedAndSpokenAsOnItsFirstDay() throws Exception {
        try (Gateway gateway = start()) {
            String script = """
                    open first
                    hello
                    options
                    host
                    journal
                    peer
                    request --times 2 hello you all
                    wire
                    person
                    red

                    again
                    lose
                    """;

            assertThat(talk(script)).isEqualTo("""
                    you said hello
                    true 7 plain one PT1M30S 2000\s
                    true 3 5
                    3 one two three true 0
                    127.0.0.1 true true
                    you said hello you all 0 false (answer)
                    you said hello you all 1 true (answer)
                    line of 6
                    and of 5
                    sum 42
                    sixsix
                    for everybody, for you
                    ann red green true
                    heard you said published
                    lost: CLOSED_BY_PEER
                    """);
            assertThat(ask(address(gateway, "first-datagrams"))).isEqualTo("ping of 4");
            new Socket(address(gateway, "first-hosted").getAddress(), address(gateway, "first-hosted").getPort()).close();
        }
    }

    @Test
    void itsSourceCompiles() throws Exception {
        PLUGIN.expectToCompile(folder);
    }

    private Gateway start() throws Exception {
        Path plugins = PLUGIN.drop(folder);
        Path config = Files.writeString(folder.resolve("patchbay.toml"), CONFIG);
        return Gateway.start(new GatewaySettings(folder.resolve("data"), plugins, Optional.of(config), Optional.empty(), true));
    }

    /// {@return what a script prints, of which every command succeeds}
    private String talk(String script) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] arguments = {"--user", "ann", "--plugins", folder.resolve("plugins").toString()};
        Map<String, String> variables = Map.of("HOME", folder.toString(), "PATCHBAY_DATA", folder.resolve("data").toString());

        ExitCode code = Cli.run(arguments, new Environment(variables, Optional.empty(), new ByteArrayInputStream(script.getBytes(UTF_8)),
                new Output(out), new Output(err), false, false));

        assertThat(code).as(err.toString(UTF_8)).isEqualTo(ExitCode.OK);
        return out.toString(UTF_8);
    }

    private static InetSocketAddress address(Gateway gateway, String protocol) {
        return gateway.listeners().stream().filter(row -> row.protocol().equals(protocol)).map(ListenerRow::address).findFirst().orElseThrow();
    }

    private static String ask(InetSocketAddress server) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(10_000);
            socket.send(new DatagramPacket("ping".getBytes(UTF_8), 4, server));
            DatagramPacket answer = new DatagramPacket(new byte[100], 100);
            socket.receive(answer);
            return new String(answer.getData(), 0, answer.getLength(), UTF_8);
        }
    }
}
