package dev.patchbay.filetransfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.patchbay.testkit.ModeDriver;
import dev.patchbay.testkit.ProtocolServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTransferPlainClientModeTest {

    @Test
    void filesAreSentOneAfterTheOther(@TempDir Path folder) throws Exception {
        byte[] content = Contents.random(3_000_000);
        Path big = Files.write(folder.resolve("big"), content);
        Path empty = Files.createFile(folder.resolve("empty"));
        Path shared = folder.resolve("shared");
        FileTransferPlainProtocol protocol = new FileTransferPlainProtocol();
        try (ProtocolServer server = ProtocolServer.of(protocol).option("folder", shared).start();
                ModeDriver repl = server.repl("alice")) {
            repl.type("put " + big);
            repl.type("put " + empty + " nothing");
            assertThatIllegalArgumentException().isThrownBy(() -> repl.type("put " + folder.resolve("none"))).withMessageContaining("no file");
            assertThatIllegalArgumentException().isThrownBy(() -> repl.type("hello")).withMessageContaining("put LOCAL [REMOTE]");

            // Nothing answers, so the file itself is the sign.
            await().until(() -> Files.exists(shared.resolve("big")) && Files.exists(shared.resolve("nothing")));
            assertThat(shared.resolve("big")).hasBinaryContent(content);
            assertThat(repl.console().lines()).containsExactly("big 3000000", "nothing 0");
        }
    }
}
