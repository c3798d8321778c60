package dev.patchbay.filetransfer;

import static dev.patchbay.filetransfer.Contents.sha256;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.ConnectionException.Reason;
import dev.patchbay.testkit.FakeConsole;
import dev.patchbay.testkit.ModeDriver;
import dev.patchbay.testkit.TestPeer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Servers that say what they should not.
class RemoteFilesTest {

    private final Path folder;
    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());

    RemoteFilesTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
    }

    /// A session with a server that says all it has to say at once, whatever it is asked, on each connection.
    private ModeDriver open(String... replies) throws Exception {
        StringBuilder all = new StringBuilder(TestPeer.frame("File Transfer 1.0"));
        for (String reply : replies) {
            all.append(reply);
        }
        Thread.ofVirtual().start(() -> {
            while (true) {
                try {
                    // Left to the other side to close.
                    Socket socket = server.accept();
                    socket.getOutputStream().write(all.toString().getBytes(UTF_8));
                } catch (IOException e) {
                    return;
                }
            }
        });
        InetSocketAddress address = (InetSocketAddress) server.getLocalSocketAddress();
        return ModeDriver.open(new FileTransferProtocol(), address, "alice", new FakeConsole(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "99999999", "1e3", "ready 0", "Error: no"})
    void aCountThatIsNoneBreaksTheRules(String reply) throws Exception {
        try (ModeDriver repl = open(TestPeer.frame(reply))) {
            assertViolation(() -> repl.type("ls"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "5 now", "x now a", "1 1"})
    void anEntryThatIsNoneBreaksTheRules(String entry) throws Exception {
        try (ModeDriver repl = open(TestPeer.frame("1"), TestPeer.frame(entry))) {
            assertViolation(() -> repl.type("ls"));
        }
    }

    @Test
    void namesThatNobodyShouldTypeAreShownAndNotProposed() throws Exception {
        try (ModeDriver repl = open(TestPeer.frame("2"), TestPeer.frame("5 now ../../.bashrc"), TestPeer.frame("5 now good"))) {
            repl.type("ls");

            assertThat(repl.console().lines()).containsExactly("5 now ../../.bashrc", "5 now good");
            assertThat(repl.session().commands().get(1).candidates("")).containsExactly("good");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ready", "ready -1", "ready 6", "ready 9999999999999999999", "stored 5"})
    void anAnswerToPutThatIsNoneBreaksTheRules(String reply) throws Exception {
        Path file = Files.writeString(folder.resolve("a"), "hello");
        try (ModeDriver repl = open(TestPeer.frame(reply))) {
            assertViolation(() -> repl.type("put " + file));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sending", "sending 5", "sending 5 abc", "sending -5 " + "0000000000000000000000000000000000000000000000000000000000000000"})
    void anAnswerToGetThatIsNoneBreaksTheRules(String reply) throws Exception {
        try (ModeDriver repl = open(TestPeer.frame(reply))) {
            assertViolation(() -> repl.type("get a " + folder));
        }
    }

    @Test
    void aContentThatIsNotWhatWasAnnouncedIsNotStored() throws Exception {
        try (ModeDriver repl = open(TestPeer.frame("sending 5 " + sha256("hello")), "hallo")) {
            assertThatIllegalArgumentException().isThrownBy(() -> repl.type("get a " + folder)).withMessageContaining(sha256("hallo"));

            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void aPartOfAnotherContentIsGivenUpAndTheNewOneFetchedOnAConnectionOfItsOwn() throws Exception {
        Files.writeString(LocalParts.of(folder.resolve("a")).path(new Checksum(sha256("older"))), "ol");
        try (ModeDriver repl = open(TestPeer.frame("sending 5 " + sha256("hello")), "hello")) {
            repl.type("get a " + folder);

            assertThat(folder.resolve("a")).hasContent("hello");
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).containsExactly(folder.resolve("a"));
            }
        }
    }

    private static void assertViolation(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ConnectionException.class, e -> assertThat(e.reason()).isEqualTo(Reason.VIOLATION));
    }
}
