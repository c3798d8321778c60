package dev.patchbay.gateway.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderNamesTest {

    @TempDir
    Path temp;

    @Test
    void namesStandOnLinesWithCommentsAndBlanksAndCountOnce() throws Exception {
        PluginJar jar = PluginJar.empty().entry(PluginJar.SERVICE_FILE, "# ours\n\n test.B # first\r\ntest.A\ntest.B\n");

        try (PluginClassLoader loader = new PluginClassLoader("test", List.of(jar.writeTo(temp.resolve("x.jar"))))) {
            assertThat(ProviderNames.in(loader)).isEqualTo(Check.passed(List.of("test.B", "test.A")));
        }
    }

    @Test
    void allJarsOfAPluginMayNameProviders() throws Exception {
        Path first = PluginJar.empty().provider("test.A").writeTo(temp.resolve("a.jar"));
        Path second = PluginJar.empty().provider("test.B").writeTo(temp.resolve("b.jar"));

        try (PluginClassLoader loader = new PluginClassLoader("test", List.of(first, second))) {
            assertThat(ProviderNames.in(loader)).isEqualTo(Check.passed(List.of("test.A", "test.B")));
        }
    }
}
