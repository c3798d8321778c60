package dev.patchbay.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.StreamService;
import dev.patchbay.gateway.plugin.PluginJar;
import dev.patchbay.gateway.plugin.NoContext;
import dev.patchbay.gateway.plugin.PluginProtocol;
import dev.patchbay.gateway.plugin.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginFolderTest {

    @TempDir
    Path temp;

    private Path plugins;

    @BeforeEach
    void makeTheFolder() throws Exception {
        plugins = Files.createDirectory(temp.resolve("plugins"));
    }

    @Test
    void aPluginIsOneRowWithWhatItsManifestSaysAndItsProtocols() {
        PluginJar.named("board").protocol("test.A", "board-2").protocol("test.B", "board-1").writeTo(plugins.resolve("b.jar"));

        try (PluginFolder folder = load()) {
            assertThat(folder.problem()).isEmpty();
            assertThat(folder.rows()).singleElement().satisfies(row -> {
                assertThat(row.checksum()).matches("[0-9a-f]{12}");
                assertThat(row).isEqualTo(new PluginRow("board", "1.2.0", "1.0", "b.jar", row.checksum(), "loaded", 0,
                        List.of("board-2", "board-1"), "", "", ""));
            });
            assertThat(ids(folder)).containsExactly("board-2", "board-1");
        }
    }

    @Test
    void aFolderThatDoesNotExistIsOneProblemThatSaysWhatToDo() {
        plugins = temp.resolve("nowhere");

        try (PluginFolder folder = load()) {
            assertThat(folder.problem())
                    .hasValue("there is no plugin folder " + plugins + "; make the folder, or name another with --plugins");
            assertThat(folder.rows()).isEmpty();
            assertThat(folder.protocols()).isEmpty();
        }
    }

    @Test
    void aFileInPlaceOfTheFolderIsAProblem() throws Exception {
        plugins = Files.createFile(temp.resolve("file"));

        try (PluginFolder folder = load()) {
            assertThat(folder.problem().orElseThrow()).contains("is not a folder");
        }
    }

    @Test
    void anEmptyFolderIsNoProblem() {
        try (PluginFolder folder = load()) {
            assertThat(folder.problem()).isEmpty();
            assertThat(folder.rows()).isEmpty();
        }
    }

    @Test
    void filesThatWaitOrAreNoJarsAreIgnored() throws Exception {
        PluginJar jar = PluginJar.working("chat");
        for (String name : List.of(".chat.jar", "chat.jar.part", "chat.jar.tmp", "chat.zip", ".parked/chat.jar")) {
            jar.writeTo(plugins.resolve(name));
        }

        try (PluginFolder folder = load()) {
            assertThat(folder.rows()).isEmpty();
        }
    }

    @Test
    void aFolderOfJarsIsOnePluginWithItsLibraries() {
        withLibrary(PluginJar.named("chat"), "7")
                .provider("test.ChatProtocol", "", "return ProtocolInfo.of(\"chat\", lib.Library.version());", "return null;")
                .compiled().without("lib.Library").writeTo(plugins.resolve("chat/chat.jar"));
        withLibrary(PluginJar.empty(), "7").writeTo(plugins.resolve("chat/library.jar"));

        try (PluginFolder folder = load()) {
            assertThat(folder.rows()).extracting(PluginRow::jar).containsExactly("chat");
            assertThat(folder.protocols()).extracting(protocol -> protocol.info().version()).containsExactly("7");
        }
    }

    @Test
    void twoPluginsMayCarryTwoVersionsOfOneLibrary() {
        for (String version : List.of("1", "2")) {
            withLibrary(PluginJar.named("p" + version), version)
                    .provider("test.P", "", "return ProtocolInfo.of(\"p" + version + "\", lib.Library.version());", "return null;")
                    .writeTo(plugins.resolve(version + ".jar"));
        }

        try (PluginFolder folder = load()) {
            assertThat(folder.protocols()).extracting(protocol -> protocol.info().toString()).containsExactly("p1 1", "p2 2");
        }
    }

    @Test
    void twoJarsWithAnIdInOneFolderAreRejectedTogether() {
        PluginJar.working("one").writeTo(plugins.resolve("mix/one.jar"));
        PluginJar.working("two").writeTo(plugins.resolve("mix/two.jar"));

        try (PluginFolder folder = load()) {
            assertThat(folder.rows()).singleElement().satisfies(row -> {
                assertThat(row.reason()).isEqualTo("DUPLICATE_ID");
                assertThat(row.message()).contains("'one' and 'two'");
            });
        }
    }

    @Test
    void theSameJarTwiceIsLoadedOnceAndTheSecondNamesTheFirst() {
        PluginJar jar = PluginJar.working("chat");
        jar.writeTo(plugins.resolve("chat-old.jar"));
        jar.writeTo(plugins.resolve("chat.jar"));

        try (PluginFolder folder = load()) {
            assertThat(folder.rows()).extracting(PluginRow::state).containsExactly("loaded", "rejected");
            assertThat(folder.rows().get(1).message()).isEqualTo("the Plugin-Id 'chat' is that of chat-old.jar too");
        }
    }

    @Test
    void aBrokenJarKeepsNoOtherFromItsId() {
        PluginJar.named("chat").writeTo(plugins.resolve("chat-1.jar"));
        PluginJar.working("chat").writeTo(plugins.resolve("chat-2.jar"));

        try (PluginFolder folder = load()) {
            assertThat(folder.rows()).extracting(PluginRow::reason).containsExactly("NO_PROVIDER", "");
            assertThat(ids(folder)).containsExactly("chat");
        }
    }

    @Test
    void aBadProviderLeavesTheOthersOfItsJarAndIsARowOfItsOwn() {
        PluginJar.working("chat").provider("test.Gone").writeTo(plugins.resolve("chat.jar"));

        try (PluginFolder folder = load()) {
            assertThat(folder.rows()).extracting(PluginRow::state).containsExactly("loaded", "rejected");
            assertThat(folder.rows()).extracting(PluginRow::reason).containsExactly("", "PROVIDER_MISSING");
            assertThat(folder.rows()).extracting(PluginRow::id).containsOnly("chat");
            assertThat(ids(folder)).containsExactly("chat");
        }
    }

    @Test
    void aJarThatCarriesTheApiWorksWithAWarning() {
        PluginJar.working("chat")
                .entry("dev/patchbay/api/Protocol.class", "this would break if it were loaded")
                .writeTo(plugins.resolve("chat.jar"));

        try (PluginFolder folder = load()) {
            assertThat(folder.rows()).singleElement().satisfies(row -> {
                assertThat(row.state()).isEqualTo("loaded");
                assertThat(row.reason()).isEqualTo("BUNDLES_API");
                assertThat(row.message()).isEqualTo("chat.jar carries classes of the api");
            });
        }
    }

    @Test
    void theGatewayCanRejectAProtocolLater() {
        PluginJar.named("board").protocol("test.A", "a").protocol("test.B", "b").writeTo(plugins.resolve("board.jar"));

        try (PluginFolder folder = load()) {
            folder.plugins().protocols().getFirst().reject(Reason.OPEN_THREW, "no disk");
            folder.plugins().plugins().getFirst().protocols().getFirst().reject(Reason.BAD_OPTIONS, "too late");

            assertThat(ids(folder)).containsExactly("b");
            assertThat(folder.rows()).extracting(PluginRow::protocols).containsExactly(List.of("b"), List.of("a"));
            assertThat(folder.rows()).extracting(PluginRow::reason).containsExactly("", "OPEN_THREW");
        }
    }

    @Test
    void protocolsOfTheClassPathComeFirstAndAreOnePlugin() {
        PluginJar.working("chat").writeTo(plugins.resolve("chat.jar"));

        try (PluginFolder folder = load(new OnClassPath(), new OnClassPath())) {
            assertThat(ids(folder)).containsExactly("extra", "chat");
            assertThat(folder.rows()).extracting(PluginRow::jar).containsExactly("class path", "class path", "chat.jar");
            assertThat(folder.rows().get(1).reason()).isEqualTo("DUPLICATE_PROTOCOL");
            assertThat(folder.plugins().protocols()).extracting(PluginProtocol::plugin).extracting(plugin -> plugin.id())
                    .containsExactly("class-path", "chat");
        }
    }

    @Test
    void theDroppedJarCanBeOverwrittenWhileItsPluginIsLoaded() throws Exception {
        Path jar = withLibrary(PluginJar.named("chat"), "1")
                .provider("test.ChatProtocol", "", "return ProtocolInfo.of(\"chat\", \"1\");",
                        "throw new Exception(lib.Library.version());")
                .writeTo(plugins.resolve("chat.jar"));

        try (PluginFolder folder = load()) {
            Files.write(jar, new byte[5000]);

            PluginProtocol protocol = folder.plugins().protocols().getFirst();
            assertThat(protocol.tryOpen(NoContext.NONE)).isEmpty();
            assertThat(protocol.problem().orElseThrow().message()).as("a class first needed now").contains("Exception: 1");
        }
    }

    @Test
    void closingTwiceIsHarmless() {
        PluginJar.working("chat").writeTo(plugins.resolve("chat.jar"));

        PluginFolder folder = load();
        folder.close();
        folder.close();

        assertThat(folder.rows()).hasSize(1);
    }

    private PluginFolder load(Protocol... extra) {
        return PluginFolder.load(plugins, temp.resolve("copies"), Set.of(), List.of(extra));
    }

    private static List<String> ids(PluginFolder folder) {
        return folder.protocols().stream().map(protocol -> protocol.info().id()).toList();
    }

    private static PluginJar withLibrary(PluginJar jar, String version) {
        return jar.source(
                "lib.Library", "package lib; public class Library { public static String version() { return \"" + version + "\"; } }");
    }

    private static final class OnClassPath implements Protocol {

        @Override
        public ProtocolInfo info() {
            return ProtocolInfo.of("extra", "1.0");
        }

        @Override
        public Service open(ServiceContext context) {
            return StreamService.of(peer -> {});
        }
    }
}
