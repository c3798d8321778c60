package dev.patchbay.gateway.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.Service;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginProtocolTest {

    private static final String INFO = "return ProtocolInfo.of(\"chat\", \"1.0\");";

    @TempDir
    Path temp;

    @Test
    void thePluginsCodeRunsWithItsOwnContextClassLoaderAndTheThreadGetsItsOwnBack() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        String members = """
                final ClassLoader made = Thread.currentThread().getContextClassLoader();
                ClassLoader asked;
                public ClientMode clientMode() {
                    return Thread.currentThread().getContextClassLoader() == getClass().getClassLoader() ? ClientMode.rawLines() : null;
                }
                public java.util.List<dev.patchbay.api.load.Load> loads() {
                    boolean mine = Thread.currentThread().getContextClassLoader() == getClass().getClassLoader();
                    return java.util.List.of(dev.patchbay.api.load.Load.of(mine ? "mine" : "others", "", context -> null));
                }
                """;
        String open = """
                ClassLoader own = getClass().getClassLoader();
                if (made != own || asked != own || Thread.currentThread().getContextClassLoader() != own) throw new Exception("not mine");
                return StreamService.of(peer -> {});
                """;

        try (Plugins plugins = load(members, "asked = Thread.currentThread().getContextClassLoader(); " + INFO, open)) {
            PluginProtocol protocol = plugins.protocols().getFirst();

            assertThat(protocol.tryOpen(NoContext.NONE)).as(() -> protocol.problem().toString()).isPresent();
            assertThat(protocol.clientMode()).isNotNull();
            assertThat(protocol.loads()).hasToString("[mine]");
            assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
        }
    }

    @Test
    void aServiceThatDoesNotOpenIsARejectionWithThePluginsOwnMessage() {
        assertRejected("throw new java.io.IOException(\"hosts is missing\");", Reason.OPEN_THREW,
                "chat 1.0 did not open (IOException: hosts is missing)");
    }

    @Test
    void anErrorFromOpenIsContainedToo() {
        assertRejected("throw new AssertionError(\"no\");", Reason.OPEN_THREW, "AssertionError: no");
    }

    @Test
    void aMethodThatThisApiDoesNotHaveIsALinkageProblem() {
        assertRejected("throw new NoSuchMethodError(\"ServiceContext.later()\");", Reason.NOT_LINKABLE, "ServiceContext.later()");
    }

    @Test
    void noServiceIsARejection() {
        assertRejected("return null;", Reason.OPEN_THREW, "opened null");
    }

    @Test
    void aServiceThatServesNothingIsARejection() {
        assertRejected("return new Service() {};", Reason.OPEN_THREW, "which is no StreamService, DatagramService or HostedService");
    }

    @Test
    void theInfoIsAskedOnceAndKept() {
        try (Plugins plugins = load("int times;", "if (times++ > 0) throw new IllegalStateException(); " + INFO, "return null;")) {
            PluginProtocol protocol = plugins.protocols().getFirst();

            assertThat(protocol.info().id()).isEqualTo("chat");
            assertThat(protocol.info()).isSameAs(protocol.info());
            assertThat(protocol).hasToString("chat 1.0 of plugin chat 1.2.0 (chat.jar)");
        }
    }

    private void assertRejected(String open, Reason reason, String message) {
        try (Plugins plugins = load("", INFO, open)) {
            PluginProtocol protocol = plugins.protocols().getFirst();

            Optional<Service> service = protocol.tryOpen(NoContext.NONE);

            assertThat(service).isEmpty();
            assertThat(plugins.protocols()).isEmpty();
            Problem problem = protocol.problem().orElseThrow();
            assertThat(problem.reason()).isEqualTo(reason);
            assertThat(problem.message()).contains(message);
        }
    }

    private Plugins load(String members, String info, String open) {
        PluginJar.named("chat").provider("test.ChatProtocol", members, info, open).writeTo(temp.resolve("plugins/chat.jar"));
        return Plugins.load(temp.resolve("plugins"), temp.resolve("copies"), Set.of(), List.of());
    }
}
