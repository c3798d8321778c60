package dev.patchbay.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.StreamService;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A gateway that runs out of file descriptors, in a process of its own that has few.
class FewDescriptorsTest {

    private static final Path SHELL = Path.of("/bin/sh");
    private static final Pattern COMPLAINT = Pattern.compile("listener: cannot accept: [^\n]*?(?: \\(and (\\d+) before\\))?\n");

    @TempDir
    Path folder;

    /// The process: a gateway that serves until its input ends.
    static final class Limited {

        private Limited() {}

        public static void main(String[] arguments) throws Exception {
            TestProtocol greeter = new TestProtocol(ProtocolInfo.of("listener", "1.0").banner("Hi").port(10791), context -> StreamService.of(peer -> {
                while (peer.frames().hasNext()) {
                    peer.frames().receive();
                }
            }));
            try (Gateway gateway = TestGateway.start(Path.of(arguments[0]), "listener.listener.port = 0\n", greeter)) {
                System.out.println(TestGateway.address(gateway, "listener").getPort());
                while (System.in.read() >= 0) {}
            }
        }
    }

    @Test
    void withoutFileDescriptorsAcceptingPausesWithoutSpinningAndGoesOnWhenSomebodyLeaves() throws Exception {
        assumeTrue(Files.isExecutable(SHELL), "there is no " + SHELL + " to limit the descriptors of a process");
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(command()).redirectError(log.toFile()).start();
        List<Socket> peers = new ArrayList<>();
        try (BufferedReader output = process.inputReader(UTF_8)) {
            int port = Integer.parseInt(Objects.requireNonNull(output.readLine(), () -> "no port, but " + log));

            meet(port, log);

            int served = 0;
            while (isServed(port, peers)) {
                served++;
            }
            assertThat(served).isBetween(1, 120);
            await().atMost(Duration.ofSeconds(20)).until(() -> attempts(log).size() >= 4);

            // Each line but the first tells of about a second.
            assertThat(attempts(log).subList(1, 4)).allSatisfy(attempts -> assertThat(attempts).isLessThan(30));
            Socket unserved = peers.getLast();
            for (Socket peer : peers.subList(0, served)) {
                peer.close();
            }
            unserved.setSoTimeout(10_000);
            assertThat(unserved.getInputStream().read()).isEqualTo('0');
            assertThat(isServed(port, peers)).isTrue();
        } finally {
            for (Socket peer : peers) {
                peer.close();
            }
            process.destroyForcibly().waitFor();
        }
    }

    private List<String> command() {
        return List.of(
                SHELL.toString(), "-c", "ulimit -n 120; exec \"$0\" \"$@\"",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), Limited.class.getName(), folder.toString());
    }

    /// Comes and goes once, since the classes of the build's folders need descriptors to be loaded, as those of jars do not.
    private static void meet(int port, Path log) throws IOException {
        List<Socket> first = new ArrayList<>();
        assertThat(isServed(port, first)).isTrue();
        first.getFirst().close();
        await().until(() -> Files.readString(log).contains("closed by the peer"));
    }

    /// Whether a new peer is greeted; the system takes it in any case, and it waits.
    private static boolean isServed(int port, List<Socket> peers) throws IOException {
        Socket peer = new Socket(InetAddress.getLoopbackAddress(), port);
        peers.add(peer);
        peer.setSoTimeout(1000);
        try {
            return peer.getInputStream().read() == '0';
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    /// How often it has tried to accept in vain, for each line of the log that says so.
    private static List<Integer> attempts(Path log) throws IOException {
        Matcher complaints = COMPLAINT.matcher(Files.readString(log));
        return complaints.results().map(match -> match.group(1) == null ? 1 : 1 + Integer.parseInt(match.group(1))).toList();
    }
}
