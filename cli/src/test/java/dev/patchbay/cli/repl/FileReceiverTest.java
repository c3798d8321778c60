package dev.patchbay.cli.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReceiverTest {

    private static final Protocol PLAIN = new EchoProtocol(ProtocolInfo.of("filetransfer-plain", "1.0").port(10340));
    private static final InetSocketAddress ADDRESS = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 10340);

    @TempDir
    Path folder;

    private final TestShell shell = new TestShell();
    private final TestGateway gateway = TestGateway.none();

    private FileReceiver receiver(Protocol... protocols) {
        return new FileReceiver(new Catalog(() -> List.of(protocols)), gateway, shell);
    }

    @Test
    void hostsTheServiceForTheFolderAndShowsWhatItReportsUntilItIsInterrupted() throws Exception {
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        Thread command = Thread.ofVirtual().start(() -> {
            try {
                receiver(PLAIN).listen(ADDRESS, folder.toString());
                ended.complete(true);
            } catch (CommandFailure e) {
                ended.completeExceptionally(e);
            }
        });
        shell.awaitShown("listening on 127.0.0.1 10340");

        command.interrupt();

        await().until(ended::isDone);
        assertThat(ended).isCompletedWithValue(true);
        assertThat(gateway.requests()).containsExactly("serve filetransfer-plain 10340 {folder=" + folder + "}", "served");
        assertThat(shell.shown()).contains("a.txt", "files go to " + folder + "; Ctrl-C ends it");
    }

    @Test
    void aFolderThatIsNotThereIsToldBeforeAnythingIsOpened() {
        assertThatIllegalArgumentException().isThrownBy(() -> receiver(PLAIN).listen(ADDRESS, folder + "/none"))
                .withMessageEndingWith("/none: make it first, or name another");
        assertThat(gateway.requests()).isEmpty();
    }

    @Test
    void withoutThePluginNobodyReceives() {
        assertThatExceptionOfType(CommandFailure.class).isThrownBy(() -> receiver().listen(ADDRESS, folder.toString()))
                .withMessage("no plugin here receives files: filetransfer-plain is missing");
    }
}
