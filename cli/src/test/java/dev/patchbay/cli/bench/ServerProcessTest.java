package dev.patchbay.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Most of it against a `/proc` as a machine of today has it, written by hand.
@EnabledOnOs({OS.LINUX, OS.MAC})
class ServerProcessTest {

    private static final String TCP = """
              sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
               0: 0100007F:2857 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 101 1 0000000000000000 100 0 0 10 0
               1: 0100007F:2858 0100007F:C001 01 00000000:00000000 00:00000000 00000000     0        0 102 1 0000000000000000 20 4 30 10 -1
               2: 00000000:2859 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 103 1 0000000000000000 100 0 0 10 0
            """;
    private static final String TCP6 = """
              sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
               0: 0000000000000000FFFF00000100007F:285A 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 104 1 0000000000000000 100 0 0 10 0
               1: 00000000000000000000000001000000:285B 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 105 1 0000000000000000 100 0 0 10 0
               2: 00000000000000000000000000000000:285C 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 106 1 0000000000000000 100 0 0 10 0
            """;

    @TempDir
    Path proc;

    @BeforeEach
    void writeTables() throws IOException {
        Files.createDirectory(proc.resolve("net"));
        Files.writeString(proc.resolve("net/tcp"), TCP);
        Files.writeString(proc.resolve("net/tcp6"), TCP6);
        Files.createDirectory(proc.resolve("self"));
        process(42, "python3) 9 9", 101, 103, 104, 105, 106);
        process(43, "other", 107);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 10327", "127.0.0.1, 10329", "192.0.2.7, 10329", "127.0.0.1, 10330", "::1, 10331", "::1, 10332", "127.0.0.1, 10332"})
    void theProcessIsTheOneThatListensAtTheAddress(String host, int port) throws IOException {
        assertThat(find(host, port).pid()).isEqualTo(42);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 10328", "192.0.2.7, 10327", "127.0.0.1, 10331", "127.0.0.1, 80"})
    void whereNobodyListensThereIsNone(String host, int port) throws IOException {
        assertThat(find(host, port).problem()).isEqualTo("no process of this machine listens there");
        assertThat(find(host, port).usage()).isEmpty();
    }

    @Test
    void timeAndMemoryAreReadWhateverTheProgramIsCalled() throws IOException {
        assertThat(find("127.0.0.1", 10327).usage()).isEqualTo(Optional.of(new Usage(3_210_000_000L, 12_288_000)));
    }

    @Test
    void aProcessThatHasEndedTakesNothing() throws IOException {
        ServerProcess process = find("127.0.0.1", 10327);
        Files.delete(proc.resolve("42/stat"));

        assertThat(process.usage()).isEmpty();
    }

    @Test
    void severalProcessesAreNotToldApart() throws IOException {
        process(44, "worker", 101);

        assertThat(find("127.0.0.1", 10327).problem()).isEqualTo("2 processes listen there");
    }

    @Test
    void theProcessOfSomebodyElseIsNotKnown() throws IOException {
        Files.delete(proc.resolve("42/fd/0"));

        assertThat(find("127.0.0.1", 10327).problem()).isEqualTo("the server's process belongs to somebody else");
    }

    @Test
    void aServerInThisProcessIsNotMeasured() throws IOException {
        assumeTrue(Files.isReadable(Path.of("/proc/net/tcp")), "there is no /proc here");

        try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assertThat(ServerProcess.find((InetSocketAddress) socket.getLocalSocketAddress()).problem()).isEqualTo("the server runs in this process");
        }
    }

    @Test
    void aServerElsewhereIsNotLookedFor() {
        assertThat(ServerProcess.find(new InetSocketAddress("192.0.2.7", 10333)).problem()).isEqualTo("the server is on another machine");
    }

    private ServerProcess find(String host, int port) throws IOException {
        return ServerProcess.find(proc, new InetSocketAddress(InetAddress.ofLiteral(host), port));
    }

    private void process(int pid, String program, int... inodes) throws IOException {
        Path folder = proc.resolve(Integer.toString(pid));
        Path open = Files.createDirectories(folder.resolve("fd"));
        for (int i = 0; i < inodes.length; i++) {
            Files.createSymbolicLink(open.resolve(Integer.toString(i)), Path.of("socket:[" + inodes[i] + "]"));
        }
        Files.writeString(folder.resolve("stat"), pid + " (" + program + ") S 1 2 3 0 -1 4194560 1 0 0 0 300 21 0 0 20 0 1 0 100 1000 200\n");
        Files.writeString(folder.resolve("status"), "Name:\tx\nVmPeak:\t   20000 kB\nVmRSS:\t   12000 kB\nThreads:\t1\n");
    }
}
