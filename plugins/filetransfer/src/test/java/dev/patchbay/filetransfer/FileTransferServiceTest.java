package dev.patchbay.filetransfer;

import static dev.patchbay.filetransfer.Contents.sha256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.testkit.ProtocolServer;
import dev.patchbay.testkit.ServerSetup;
import dev.patchbay.testkit.TestPeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTransferServiceTest {

    private final Path parent;
    private final Path folder;
    @AutoClose
    private final ProtocolServer server;

    FileTransferServiceTest(@TempDir Path parent) {
        this.parent = parent;
        folder = parent.resolve("shared");
        server = setup().start();
    }

    private ServerSetup setup() {
        return ProtocolServer.of(new FileTransferProtocol()).option("folder", folder);
    }

    private TestPeer hello() {
        return hello(server);
    }

    private static TestPeer hello(ProtocolServer to) {
        TestPeer peer = to.connect();
        peer.expectFrame("File Transfer 1.0");
        return peer;
    }

    @Test
    void theWireIsExactlyThis() throws IOException {
        String sum = sha256("hello");
        try (TestPeer peer = server.connect()) {
            peer.expect("0017File Transfer 1.0");

            peer.send("0082put 5 " + sum + " my file.txt" + "hello");
            peer.expect("0007ready 0" + "0071stored " + sum);
            peer.send("0017get 2 my file.txt");
            peer.expect("0074sending 5 " + sum + "llo");

            Files.setLastModifiedTime(folder.resolve("my file.txt"), FileTime.from(Instant.parse("2026-01-02T03:04:05.678Z")));
            peer.send("0004list");
            peer.expect("00011" + "00345 2026-01-02T03:04:05Z my file.txt");
            peer.send("0018delete my file.txt");
            peer.expect("0035error: files cannot be removed here");
            peer.send("0004quit");
            peer.expectClosed();
        }
    }

    @Test
    void anEmptyFileIsAFile() throws IOException {
        try (TestPeer peer = hello()) {
            peer.sendFrame("put 0 " + sha256("") + " empty");
            peer.expectFrame("ready 0");
            peer.expectFrame("stored " + sha256(""));
            peer.sendFrame("get 0 empty");
            peer.expectFrame("sending 0 " + sha256(""));

            assertThat(folder.resolve("empty")).isEmptyFile();
        }
    }

    @Test
    void nothingIsVisibleUntilAllIsThereAndALostConnectionLeavesAPartThatGoesOn() throws IOException {
        byte[] content = Contents.random(1_000_000);
        String put = "put 1000000 " + sha256(content) + " big";
        TestPeer breaking = hello();
        breaking.sendFrame(put);
        breaking.expectFrame("ready 0");
        breaking.sendBytes(Arrays.copyOf(content, 400_000));
        await().until(() -> partSize() == 400_000);
        breaking.reset();
        await().until(() -> server.sessions() == 0);

        try (TestPeer peer = hello()) {
            peer.sendFrame("list");
            peer.expectFrame("0");
            peer.sendFrame(put);
            peer.expectFrame("ready 400000");
            peer.sendBytes(Arrays.copyOfRange(content, 400_000, 1_000_000));
            peer.expectFrame("stored " + sha256(content));

            assertThat(folder.resolve("big")).hasBinaryContent(content);
            assertThat(parts()).isEmpty();
        }
    }

    @Test
    void whoLostTheAnswerOnlyGetsItWhenHeAsksAgain() {
        try (TestPeer peer = hello()) {
            put(peer, "a", "hello");

            peer.sendFrame("put 5 " + sha256("hello") + " a");

            peer.expectFrame("ready 5");
            peer.expectFrame("stored " + sha256("hello"));
        }
    }

    @Test
    void aWrongChecksumStoresNothingAndTheConnectionGoesOn() throws IOException {
        try (TestPeer peer = hello()) {
            peer.sendFrame("put 5 " + sha256("hello") + " a");
            peer.expectFrame("ready 0");
            peer.send("hallo");
            peer.expectFrame("error: the SHA-256 of what came is " + sha256("hallo") + ", so it was not stored: send it again");

            assertThat(folder.resolve("a")).doesNotExist();
            assertThat(parts()).isEmpty();
            put(peer, "a", "hello");
        }
    }

    @Test
    void aFileIsReplacedOnlyWhereThatIsAllowed() {
        try (ProtocolServer other = setup().option("overwrite", true).start();
                TestPeer careful = hello();
                TestPeer bold = hello(other)) {
            put(careful, "a", "hello");
            careful.sendFrame("put 5 " + sha256("other") + " a");
            careful.expectFrame("error: there is a file a already");

            put(bold, "a", "other");

            assertThat(folder.resolve("a")).hasContent("other");
            careful.sendFrame("get 0 a");
            careful.expectFrame("sending 5 " + sha256("other"));
            careful.expect("other");
        }
    }

    @Test
    void ofTwoWhoSendOneNameAtOnceTheFirstToFinishHasIt() throws IOException {
        try (TestPeer one = hello();
                TestPeer two = hello()) {
            one.sendFrame("put 3 " + sha256("one") + " a");
            one.expectFrame("ready 0");
            two.sendFrame("put 3 " + sha256("two") + " a");
            two.expectFrame("ready 0");

            two.send("two");
            two.expectFrame("stored " + sha256("two"));
            one.send("one");
            one.expectFrame("error: there is a file a already");

            assertThat(folder.resolve("a")).hasContent("two");
        }
    }

    @ParameterizedTest
    @CsvSource({"readme.txt, README.TXT", "\u00e9, E\u0301"})
    void noTwoFilesHaveNamesThatAreOneElsewhere(String name, String other) throws IOException {
        try (ProtocolServer bold = setup().option("overwrite", true).start();
                TestPeer early = hello(bold);
                TestPeer peer = hello(bold)) {
            early.sendFrame("put 5 " + sha256("early") + " " + other);
            early.expectFrame("ready 0");
            put(peer, name, "hello");

            peer.sendFrame("put 5 " + sha256("other") + " " + other);
            peer.expectFrame("error: there is a file " + name + " already, which is the same name on some systems");
            early.send("early");
            early.expectFrame("error: there is a file " + name + " already, which is the same name on some systems");

            put(peer, name, "again");
            assertThat(names(folder)).containsExactlyInAnyOrder(".parts", name);
        }
    }

    @Test
    void aNameIsTheSameInWhateverFormItIsWritten() throws IOException {
        // What somebody else put there in another form cannot be asked for, so it is not offered.
        Files.writeString(folder.resolve("o\u0308"), "hidden");
        try (TestPeer peer = hello()) {
            put(peer, "e\u0301", "hello");
            peer.sendFrame("get 0 \u00e9");
            peer.expectFrame("sending 5 " + sha256("hello"));
            peer.expect("hello");
            peer.sendFrame("list");
            peer.expectFrame("1");
            assertThat(peer.receiveFrame()).endsWith(" \u00e9");
        }
    }

    @Test
    void aDiskThatFailsIsAnErrorAndTheConnectionGoesOn() throws IOException {
        try (TestPeer peer = hello()) {
            put(peer, "a", "hello");
            Files.delete(folder.resolve(".parts"));
            Files.createFile(folder.resolve(".parts"));

            for (int i = 0; i < 3; i++) {
                peer.sendFrame("put 5 " + sha256("other") + " b");
                peer.expectFrame("error: Not a directory");
            }

            peer.sendFrame("get 0 a");
            peer.expectFrame("sending 5 " + sha256("hello"));
            peer.expect("hello");
        }
    }

    @Test
    void ofTwoWhoSendOneContentAtOnceTheSecondIsToldToWait() {
        try (TestPeer one = hello();
                TestPeer two = hello()) {
            one.sendFrame("put 3 " + sha256("one") + " a");
            one.expectFrame("ready 0");
            two.sendFrame("put 3 " + sha256("one") + " b");
            two.expectFrame("error: the same content is under way already: try again when that has ended");

            one.send("one");
            one.expectFrame("stored " + sha256("one"));
            put(two, "b", "one");
        }
    }

    @Test
    void filesAreRemovedWhereThatIsAllowed() {
        try (ProtocolServer other = setup().option("delete", true).start();
                TestPeer peer = hello(other)) {
            put(peer, "a", "hello");
            peer.sendFrame("delete a");
            peer.expectFrame("deleted a");
            peer.sendFrame("delete a");
            peer.expectFrame("error: there is no file a");

            assertThat(folder.resolve("a")).doesNotExist();
        }
    }

    @Test
    void moreThanTheDiskHoldsIsRefusedBeforeItIsSent() {
        try (ProtocolServer large = setup().option("max-size", "999999 TB").start();
                TestPeer peer = hello(large)) {
            peer.sendFrame("put 888888888888888888 " + sha256("x") + " b");
            peer.expectFrame("error: the disk has no room for 888888888888888888 bytes more");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "../secret", "/etc/passwd", "..", ".", ".parts", "a/b", "a\\b", "C:x", "nul", "COM1.txt", "a\0b", "a\nb", "tail.", "tail ", "link", "folder",
        "..\\secret", "\u202ea", "CON", "lpt1.x.y", "..%2fsecret", "\uff0e\uff0e\uff0fsecret", "~", "$HOME"
    })
    void noNameLeadsAnywhereElse(String name) throws IOException {
        Path secret = Files.writeString(folder.resolveSibling("secret"), "secret");
        Files.createSymbolicLink(folder.resolve("link"), secret);
        Files.createDirectory(folder.resolve("folder"));
        try (ProtocolServer bold = setup().option("overwrite", true).option("delete", true).start();
                TestPeer peer = hello(bold)) {
            peer.sendFrame("get 0 " + name);
            assertThat(peer.receiveFrame()).startsWith("error: ");
            peer.sendFrame("delete " + name);
            assertThat(peer.receiveFrame()).startsWith("error: ");
            peer.sendFrame("list");
            peer.expectFrame("0");
            // A link may be replaced, but nothing is written through it.
            peer.sendFrame("put 1 " + sha256("x") + " " + name);
            if (peer.receiveFrame().startsWith("ready")) {
                peer.send("x");
                peer.receiveFrame();
            }
        }
        assertThat(secret).hasContent("secret");
        assertThat(folder.resolve("folder")).isEmptyDirectory();
        assertThat(names(parent)).containsExactlyInAnyOrder("secret", "shared");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "put", "put 1", "put 1 x a", "put -1 aa a", "get", "get a", "get 1", "get 9999999999999999999 a", "delete", "list all", "hello", "PUT 1 2 3"
    })
    void whatIsNoRequestIsAnErrorAndTheConnectionGoesOn(String message) {
        try (TestPeer peer = hello()) {
            peer.sendFrame(message);
            assertThat(peer.receiveFrame()).startsWith("error: ");
            peer.sendFrame("list");
            peer.expectFrame("0");
        }
    }

    @Test
    void anOffsetBehindTheEndIsAnError() {
        try (TestPeer peer = hello()) {
            put(peer, "a", "hello");
            peer.sendFrame("get 5 a");
            peer.expectFrame("sending 5 " + sha256("hello"));
            peer.sendFrame("get 6 a");
            peer.expectFrame("error: a has 5 bytes, so nothing is at 6");
        }
    }

    @Test
    void readersThatNeverReadDisturbNobody() throws IOException {
        Files.write(folder.resolve("big"), new byte[50_000_000]);
        List<TestPeer> lazy = IntStream.range(0, 8).mapToObj(_ -> hello()).toList();
        lazy.forEach(peer -> peer.sendFrame("get 0 big"));
        lazy.forEach(peer -> assertThat(peer.receiveFrame()).startsWith("sending "));

        try (TestPeer good = hello()) {
            for (int i = 0; i < 50; i++) {
                put(good, "a" + i, "hello " + i);
            }
        }
        lazy.forEach(TestPeer::reset);
        await().until(() -> server.sessions() == 0);
    }

    private static void put(TestPeer peer, String name, String content) {
        peer.sendFrame("put " + content.length() + " " + sha256(content) + " " + name);
        peer.expectFrame("ready 0");
        peer.send(content);
        peer.expectFrame("stored " + sha256(content));
    }

    private List<String> parts() throws IOException {
        return names(folder.resolve(".parts"));
    }

    private long partSize() throws IOException {
        return Files.size(folder.resolve(".parts").resolve(parts().getFirst()));
    }

    private static List<String> names(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
