package dev.patchbay.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.gateway.plugin.NaughtyJar;
import dev.patchbay.gateway.plugin.PluginJar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NaughtyJarTest {

    @TempDir
    Path temp;

    static List<NaughtyJar> naughtyJars() {
        return NaughtyJar.all();
    }

    @ParameterizedTest
    @MethodSource("naughtyJars")
    void aBadJarIsARowThatSaysWhatToDoAndStopsNoOther(NaughtyJar naughty) throws Exception {
        Path plugins = temp.resolve("plugins");
        PluginJar.working("good").writeTo(plugins.resolve("good.jar"));
        PluginJar.working("zebra").writeTo(plugins.resolve("zebra.jar"));
        naughty.drop().into(plugins);

        try (PluginFolder folder = PluginFolder.load(plugins, temp.resolve("copies"))) {
            assertThat(folder.rows()).extracting(PluginRow::jar).containsExactly("good.jar", NaughtyJar.NAME, "zebra.jar");
            assertThat(folder.protocols()).extracting(protocol -> protocol.info().id()).containsExactly("good", "zebra");
            PluginRow row = folder.rows().get(1);
            assertThat(row.state()).isEqualTo("rejected");
            assertThat(row.reason()).isEqualTo(naughty.reason().name());
            assertThat(row.message()).contains(naughty.message()).doesNotContain("\n");
            assertThat(row.hint()).isEqualTo(naughty.reason().hint());
            assertThat(copies()).as("copies of the good ones only").isEqualTo(2);
        }
        assertThat(copies()).isZero();
    }

    private long copies() throws Exception {
        try (Stream<Path> copies = Files.list(temp.resolve("copies"))) {
            return copies.count();
        }
    }
}
