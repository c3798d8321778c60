package dev.patchbay.filetransfer;

import static dev.patchbay.filetransfer.Contents.sha256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.patchbay.api.client.Command;
import dev.patchbay.api.client.Item;
import dev.patchbay.testkit.FakeConsole;
import dev.patchbay.testkit.ModeDriver;
import dev.patchbay.testkit.ProtocolServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTransferClientModeTest {

    private final Path shared;
    private final Path local;
    private final ProtocolServer server;
    private final ModeDriver repl;

    FileTransferClientModeTest(@TempDir Path parent) throws Exception {
        shared = Files.createDirectory(parent.resolve("shared"));
        local = Files.createDirectory(parent.resolve("local"));
        FileTransferProtocol protocol = new FileTransferProtocol();
        server = ProtocolServer.of(protocol).option("folder", shared).option("delete", true).start();
        repl = server.repl("alice");
    }

    @AfterEach
    void stop() throws Exception {
        repl.close();
        server.close();
    }

    @Test
    void aFileThatWasPutIsTheSameWhenItIsFetched() throws Exception {
        byte[] content = Contents.random(3_000_000);
        Path file = Files.write(local.resolve("my file"), content);

        repl.type("put \"" + file + "\"");
        repl.type("get \"my file\" " + local.resolve("back"));

        assertThat(shared.resolve("my file")).hasBinaryContent(content);
        assertThat(local.resolve("back")).hasBinaryContent(content);
        assertThat(names(local)).containsExactlyInAnyOrder("my file", "back");
        assertThat(repl.console().lines()).containsExactly(
                "my file 3000000 " + sha256(content), "stored, and the checksum is right",
                local.resolve("back") + " 3000000 " + sha256(content), "fetched, and the checksum is right");
    }

    @Test
    void aFileGetsAnotherNameOrGoesIntoAFolder() throws Exception {
        Path file = Files.writeString(local.resolve("a"), "hello");

        repl.type("put " + file + " b");
        repl.type("get b " + local);

        assertThat(shared.resolve("b")).hasContent("hello");
        assertThat(local.resolve("b")).hasContent("hello");
    }

    @Test
    void filesAreListedAndRemoved() throws Exception {
        Files.writeString(shared.resolve("a"), "hello");
        Files.write(shared.resolve("b"), new byte[1000]);

        repl.type("ls");
        repl.type("rm a");
        repl.type("list");

        List<String> lines = repl.console().lines();
        assertThat(lines).hasSize(6);
        assertThat(lines.get(0)).matches("   5 \\S+Z a");
        assertThat(lines.get(1)).matches("1000 \\S+Z b");
        assertThat(lines.subList(2, 4)).containsExactly("2 files", "a");
        assertThat(lines.get(4)).matches("1000 \\S+Z b");
        assertThat(lines.get(5)).isEqualTo("1 file");
    }

    @Test
    void aProgramGetsNumbersAndNoRemarks() throws Exception {
        Files.writeString(shared.resolve("a"), "hello");
        FakeConsole console = new FakeConsole(false);
        try (ModeDriver script = ModeDriver.open(new FileTransferProtocol(), server.address(), "alice", console)) {
            script.type("ls");
            script.type("get a " + local);
        }

        assertThat(console.items()).extracting(Item::type).containsExactly("file", "fetched");
        assertThat(console.items().getFirst().fields().getFirst().value()).isEqualTo(5L);
        assertThat(local.resolve("a")).hasContent("hello");
    }

    @Test
    void aLocalFileIsReplacedOnlyByForce() throws Exception {
        Files.writeString(shared.resolve("a"), "new");
        Path mine = Files.writeString(local.resolve("a"), "old");

        assertThatIllegalArgumentException().isThrownBy(() -> repl.type("get a " + local)).withMessageContaining("already", "--force");
        assertThat(mine).hasContent("old");
        repl.type("get --force a " + local);
        assertThat(mine).hasContent("new");
    }

    @Test
    void whatHasComeGoesOn() throws Exception {
        byte[] content = Contents.random(1_000_000);
        Files.write(shared.resolve("big"), content);
        Path target = local.resolve("big");
        Files.write(LocalParts.of(target).path(new Checksum(sha256(content))), Arrays.copyOf(content, 999_000));

        repl.type("get big " + target);

        assertThat(target).hasBinaryContent(content);
        assertThat(names(local)).containsExactly("big");
    }

    @Test
    void whatHasComeOfAnotherContentIsOfNoUse() throws Exception {
        byte[] content = Contents.random(1_000_000);
        Files.write(shared.resolve("big"), content);
        Path target = local.resolve("big");
        Files.writeString(LocalParts.of(target).path(new Checksum(sha256("older"))), "old");

        repl.type("get big " + target);
        repl.type("ls");

        assertThat(target).hasBinaryContent(content);
        assertThat(names(local)).containsExactly("big");
    }

    @Test
    void aPartThatIsLongerThanTheFileIsBegunAnew() throws Exception {
        Files.writeString(shared.resolve("a"), "hello");
        Path target = local.resolve("a");
        Files.writeString(LocalParts.of(target).path(new Checksum(sha256("hello"))), "hello, hello");

        repl.type("get a " + target);

        assertThat(target).hasContent("hello");
    }

    @Test
    void aPartThatIsDamagedIsRemovedAndTheNextGetBeginsAnew() throws Exception {
        Files.writeString(shared.resolve("a"), "hello");
        Path target = local.resolve("a");
        Files.writeString(LocalParts.of(target).path(new Checksum(sha256("hello"))), "ha");

        assertThatIllegalArgumentException().isThrownBy(() -> repl.type("get a " + target)).withMessageContaining("get it again");
        assertThat(target).doesNotExist();
        repl.type("get a " + target);

        assertThat(target).hasContent("hello");
    }

    @Test
    void anInterruptLeavesAPartOnBothSides() throws Exception {
        byte[] content = Contents.random(200_000_000);
        Path file = Files.write(local.resolve("big"), content);
        Thread putting = Thread.ofVirtual().start(() -> {
            try {
                repl.type("put " + file);
            } catch (Exception e) {
                // Interrupted, as it should be.
            }
        });
        await().until(() -> partSize() > 1_000_000);
        putting.interrupt();
        putting.join();
        repl.close();
        await().until(() -> server.sessions() == 0);

        long begun = partSize();
        assertThat(begun).isBetween(1_000_000L, 199_999_999L);
        repl.console().expect("the same put goes on from it");
        try (ModeDriver again = ModeDriver.open(new FileTransferProtocol(), server.address(), "alice")) {
            again.type("put " + file);
        }
        assertThat(Files.mismatch(shared.resolve("big"), file)).as("the first place where they differ").isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "put", "get", "rm", "ls all", "put a b c"})
    void whatIsNoCommandIsAnErrorThatTeaches(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> repl.type(line)).withMessageMatching("usage: .*|.*use put, get, ls or rm");
    }

    @Test
    void whatCannotBeDoneIsALineAndTheSessionGoesOn() throws Exception {
        assertThatIllegalArgumentException().isThrownBy(() -> repl.type("put " + local.resolve("none"))).withMessageContaining("there is no file");
        assertThatIllegalArgumentException().isThrownBy(() -> repl.type("put " + local)).withMessageContaining("is not a file");
        assertThatIllegalArgumentException().isThrownBy(() -> repl.type("get none " + local)).withMessage("the server says: there is no file none");
        assertThatIllegalArgumentException().isThrownBy(() -> repl.type("get ../none")).withMessageContaining("a name");
        assertThatIllegalArgumentException().isThrownBy(() -> repl.type("get a " + local.resolve("nowhere/a"))).withMessageContaining("no folder");
        assertThatIllegalArgumentException().isThrownBy(() -> repl.type("rm none")).withMessageContaining("no file none");

        repl.type("ls");
        assertThat(repl.console().lines()).containsExactly("no files yet");
    }

    @Test
    void completionKnowsTheNamesOfTheServer() throws Exception {
        Files.writeString(shared.resolve("a b"), "hello");
        Files.writeString(shared.resolve("c"), "hello");
        Command get = repl.session().commands().get(1);
        assertThat(get.candidates("")).isEmpty();

        repl.type("ls");
        assertThat(get.candidates("")).containsExactly("\"a b\"", "c");
        repl.type("rm c");
        assertThat(get.candidates("")).containsExactly("\"a b\"");
        assertThat(repl.session().commands().getFirst().candidates("")).contains("pom.xml");
    }

    private long partSize() throws IOException {
        Path parts = shared.resolve(".parts");
        List<String> names = names(parts);
        return names.isEmpty() ? 0 : Files.size(parts.resolve(names.getFirst()));
    }

    private static List<String> names(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
