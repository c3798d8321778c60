package dev.patchbay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

/// The distribution as its users meet it: a gateway that serves, and scripts that talk to it.
class DistributionIT {

    private static final List<String> PROTOCOLS = List.of("lobby", "bbs", "bbs-1.0", "bbs-1.1", "dns", "ok");

    @TempDir
    Path folder;

    private Distribution distribution;
    private Path output;
    private @Nullable Process server;

    @BeforeEach
    void useFolder() {
        distribution = new Distribution(folder);
        output = folder.resolve("serve.out");
    }

    @AfterEach
    void stop() throws Exception {
        if (server != null) {
            server.destroyForcibly().waitFor();
        }
    }

    @Test
    void serveTellsItsListenersThenReadyAndEndsInGoodOrderWhenTold() throws Exception {
        Process process = serve(Distribution.plugins(), "");

        List<String> lines = Files.readAllLines(output);
        assertThat(lines).anyMatch(line -> line.matches("lobby +127\\.0\\.0\\.1:\\d+ +Patchbay 1\\.0"));
        assertThat(lines).anyMatch(line -> line.matches("bbs +127\\.0\\.0\\.1:\\d+ +BBS Server 1\\.2"));
        assertThat(lines).last().isEqualTo("ready");

        process.destroy();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(distribution.run("status").code()).isEqualTo(3);
    }

    @Test
    void aScriptPostsAndListsThroughTheGatewayThatRuns() throws Exception {
        serve(Distribution.plugins(), "");

        Distribution.Run posted = distribution.run("--user", "alice", "-c", "open bbs; hello board; post list it; dm bob see you; list");
        assertThat(posted).isEqualTo(new Distribution.Run(0, "127.0.0.1 hello board\n127.0.0.1 list it\n", ""));

        String script = "open bbs\nbob\nlistdm\nquit\nopen dns\nnobody.example\n";
        Distribution.Run typed = distribution.run(Distribution.launcher(), Map.of(), script);
        assertThat(typed).isEqualTo(new Distribution.Run(0, "see you\nnobody.example unknown domain\n", ""));

        Distribution.Run json = distribution.run("--json", "-c", "open bbs; list");
        assertThat(json.out().lines()).hasSize(2).first().asString().startsWith("{\"type\":\"post\",\"from\":\"127.0.0.1\"");
    }

    @Test
    void theGatewayThatRunsIsAskedThroughItsControlSocket() throws Exception {
        serve(Distribution.plugins(), "");

        assertThat(distribution.run("status").out()).contains("lobby", "bbs-1.1", "ok");
        assertThat(distribution.run("plugins").out()).contains("bbs.jar", "dns-rfc1035", "ok.jar", "loaded").doesNotContain("rejected");
        assertThat(distribution.run("protocols", "dns").out()).contains("DNS Server 1.0", "hosts");
        assertThat(distribution.run("protocols", "--json").out().lines()).allMatch(line -> line.startsWith("{\"type\":\"protocol\""));
        assertThat(distribution.run("protocols", "chess").code()).isEqualTo(1);
    }

    @Test
    void aServerThatIsNotUnderstoodIsAnExitCodeOfItsOwn() throws Exception {
        serve(Distribution.plugins(), "");
        String ok = address("ok");

        Distribution.Run silent = distribution.run("connect", ok, "-c", "hello");
        assertThat(silent.code()).isEqualTo(4);
        assertThat(silent.err()).startsWith("patchbay: " + ok + " says nothing, so its protocol cannot be told");

        Distribution.Run named = distribution.run("connect", "ok://" + ok, "-c", "hello");
        assertThat(named).isEqualTo(new Distribution.Run(0, "OK\n", ""));

        Distribution.Run wrong = distribution.run("connect", "dns://" + address("bbs"), "-c", "hello");
        assertThat(wrong.code()).isEqualTo(4);
        assertThat(wrong.err()).startsWith("patchbay: Wrong protocol!");
    }

    @Test
    void aBadJarStopsNoOther() throws Exception {
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        try (Stream<Path> jars = Files.list(Distribution.plugins())) {
            for (Path jar : jars.filter(Files::isRegularFile).toList()) {
                Files.copy(jar, plugins.resolve(jar.getFileName()));
            }
        }
        Files.writeString(plugins.resolve("bad.jar"), "no jar at all");

        serve(plugins, "");

        assertThat(Files.readString(output)).contains("rejected: bad.jar  CORRUPT_JAR").contains("BBS Server 1.2");
        assertThat(distribution.run("plugins").out()).contains("CORRUPT_JAR");
    }

    @Test
    void aPortInUseDisablesThatListenerVisibly() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            serve(Distribution.plugins(), "[listener.taken]\nprotocol = \"ok\"\nport = " + taken.getLocalPort() + "\n");

            assertThat(Files.readAllLines(output)).anyMatch(line -> line.matches("ok .*:" + taken.getLocalPort() + " +disabled: .*port.*"));
        }
    }

    @Test
    void aPluginFolderThatIsNotThereIsToldAndTheRestServes() throws Exception {
        serve(folder.resolve("nowhere"), "", "lobby");

        assertThat(Files.readString(output)).contains("nowhere").contains("Patchbay 1.0");
    }

    @Test
    void aServerThatNeverAnswersIsGivenUpAfterTheTimeThatIsSaid() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Distribution.Run run = distribution.run("--timeout", "1", "connect", "ok://127.0.0.1:" + silent.getLocalPort(), "-c", "hello; again");

            assertThat(run).isEqualTo(new Distribution.Run(
                    1, "", "patchbay: connection lost: no answer for 1 s; --timeout SECONDS waits longer\n"));
        }
    }

    @Test
    void filesAreReceivedByTheServiceOfThePluginUntilTheProcessIsTold() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path files = Files.createDirectory(folder.resolve("files"));
        Path sent = Files.writeString(folder.resolve("report.txt"), "all is well");
        Process receiver = distribution.start(output, "-c", "listen --file " + files + " 127.0.0.1:" + port);
        server = receiver;
        await().until(() -> Files.readString(output).contains("listening on 127.0.0.1 " + port));

        Distribution.Run put = distribution.run("-c", "open filetransfer-plain://127.0.0.1:" + port + "; put " + sent + "; put " + sent);

        assertThat(put.code()).isZero();
        await().until(() -> Files.readAllLines(output).size() == 3);
        assertThat(Files.readAllLines(output)).containsExactly(
                "listening on 127.0.0.1 " + port,
                "report.txt 11 127.0.0.1",
                "report.txt 127.0.0.1 not stored: there is a file report.txt already");
        assertThat(files.resolve("report.txt")).hasContent("all is well");
        receiver.destroy();
        assertThat(receiver.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private Process serve(Path plugins, String more) throws Exception {
        return serve(plugins, more, PROTOCOLS.toArray(String[]::new));
    }

    private Process serve(Path plugins, String more, String... protocols) throws Exception {
        Process process = distribution.serve(output, plugins, more, protocols);
        server = process;
        return process;
    }

    private String address(String protocol) throws IOException {
        return Files.readAllLines(output).stream()
                .map(line -> line.split(" +"))
                .filter(cells -> cells[0].equals(protocol))
                .map(cells -> cells[1])
                .findFirst()
                .orElseThrow();
    }
}
