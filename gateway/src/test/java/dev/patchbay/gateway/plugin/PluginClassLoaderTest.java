package dev.patchbay.gateway.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.patchbay.api.Protocol;
import dev.patchbay.api.wire.Connection;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PluginClassLoaderTest {

    @TempDir
    Path temp;

    @Test
    void aPluginSeesTheApiOfTheHostAndNothingElseOfIt() throws Exception {
        try (PluginClassLoader loader = loader(PluginJar.empty())) {
            assertThat(loader.loadClass(Protocol.class.getName())).isSameAs(Protocol.class);
            assertThat(loader.loadClass(Connection.class.getName())).isSameAs(Connection.class);
            assertThat(loader.loadClass("java.sql.Connection").getName()).as("all of the JDK").isEqualTo("java.sql.Connection");
            for (Class<?> hidden : List.of(Plugins.class, dev.patchbay.gateway.PluginFolder.class, Test.class)) {
                assertThatExceptionOfType(ClassNotFoundException.class).isThrownBy(() -> loader.loadClass(hidden.getName()));
            }
        }
    }

    @Test
    void everyPackageOfTheApiIsGivenByTheHost() {
        assertThat(new ClassFileImporter().importPackages("dev.patchbay.api")).hasSizeGreaterThan(40)
                .allMatch(type -> PluginClassLoader.isApi(type.getPackageName()));
    }

    @Test
    void theApiOfTheHostWinsOverOneInTheJar() throws Exception {
        try (PluginClassLoader loader = loader(PluginJar.empty().entry("dev/patchbay/api/Protocol.class", "broken"))) {
            assertThat(loader.loadClass(Protocol.class.getName())).isSameAs(Protocol.class);
        }
    }

    @Test
    void servicesAreThoseOfThePluginsOwnJars() throws Exception {
        PluginJar jar = PluginJar.empty()
                .source("test.Own", "package test; public class Own implements Runnable { public void run() {} }")
                .entry("META-INF/services/java.lang.Runnable", "test.Own");

        try (PluginClassLoader loader = loader(jar)) {
            assertThat(ServiceLoader.load(Runnable.class, loader)).extracting(found -> found.getClass().getName())
                    .containsExactly("test.Own");
            assertThat(ServiceLoader.load(org.junit.platform.engine.TestEngine.class, loader)).as("of the host").isEmpty();
        }
    }

    @Test
    void everyClassTellsFromWhichPluginItIs() throws Exception {
        PluginJar jar = PluginJar.empty().source("test.Own", "package test; public class Own {}");

        try (PluginClassLoader loader = loader(jar)) {
            Object own = loader.loadClass("test.Own").getConstructor().newInstance();

            assertThatExceptionOfType(ClassCastException.class).isThrownBy(() -> use((Protocol) own))
                    .withMessageContaining("'chat@1.2.0#1'");
            assertThat(loader).hasToString("plugin chat@1.2.0#1");
        }
    }

    @Test
    void theClassesOfAClosedPluginAreCollected() {
        PluginJar.working("chat").writeTo(temp.resolve("plugins/chat.jar"));

        WeakReference<ClassLoader> loader = loadUseAndClose();

        await().untilAsserted(() -> {
            System.gc();
            assertThat(loader.get()).isNull();
        });
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aClosedPluginHoldsNoFileEvenIfItReadResourcesThroughUrls() throws Exception {
        PluginJar.working("chat").entry("greeting.txt", "hello").writeTo(temp.resolve("plugins/chat.jar"));

        try (Plugins plugins = load()) {
            URL greeting = loaderOf(plugins.plugins().getFirst()).getResource("greeting.txt");
            try (InputStream stream = greeting.openStream()) {
                assertThat(stream.readAllBytes()).hasSize(5);
            }
            assertThat(openFiles()).isNotEmpty();
        }

        assertThat(openFiles()).isEmpty();
    }

    /// A frame of its own: what a test's own frame holds may stay reachable in interpreted code.
    private WeakReference<ClassLoader> loadUseAndClose() {
        try (Plugins plugins = load()) {
            PluginProtocol protocol = plugins.protocols().getFirst();
            assertThat(protocol.tryOpen(NoContext.NONE)).isPresent();
            return new WeakReference<>(loaderOf(protocol.plugin()));
        }
    }

    private Plugins load() {
        return Plugins.load(temp.resolve("plugins"), temp.resolve("copies"), Set.of(), List.of());
    }

    private PluginClassLoader loader(PluginJar jar) {
        return new PluginClassLoader("chat@1.2.0#1", List.of(jar.writeTo(temp.resolve("chat.jar"))));
    }

    private static ClassLoader loaderOf(Plugin plugin) {
        try (PluginScope _ = plugin.enter()) {
            return Thread.currentThread().getContextClassLoader();
        }
    }

    private static void use(Protocol protocol) {
        throw new AssertionError(protocol);
    }

    private List<String> openFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.map(PluginClassLoaderTest::target).filter(file -> file.startsWith(temp.toString())).toList();
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
