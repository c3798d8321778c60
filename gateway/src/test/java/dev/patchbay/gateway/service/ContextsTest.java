package dev.patchbay.gateway.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.api.ServiceContext;
import dev.patchbay.gateway.journal.Journals;
import dev.patchbay.gateway.journal.MemoryStore;
import dev.patchbay.gateway.plugin.Plugin;
import dev.patchbay.gateway.plugin.PluginJar;
import dev.patchbay.gateway.plugin.Plugins;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a plugin was given ends with it, or is known not to have ended.
class ContextsTest {

    @TempDir
    Path temp;

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final MemoryStore store = new MemoryStore(1000, Clock.systemUTC());

    @SuppressWarnings("NullAway.Init")
    private Plugins plugins;

    @SuppressWarnings("NullAway.Init")
    private Contexts contexts;

    @BeforeEach
    void load() {
        PluginJar.working("a").writeTo(temp.resolve("plugins/a.jar"));
        plugins = Plugins.load(temp.resolve("plugins"), temp.resolve("copies"), Set.of(), List.of());
        Journals journals = new Journals(store);
        contexts = new Contexts(temp.resolve("data"), journals, journals, new Surroundings(List::of, _ -> {}, Clock.systemUTC(), new Random(1)));
    }

    @AfterEach
    void close() {
        end.countDown();
        contexts.close();
        plugins.close();
        store.close();
    }

    @Test
    void aTaskOfTheExecutorThatDoesNotEndIsKnownUntilItDoes() throws Exception {
        expectToBeKnown((context, task) -> context.executor().execute(task));
    }

    @Test
    void aTaskOfTheSchedulerThatDoesNotEndIsKnownUntilItDoes() throws Exception {
        expectToBeKnown((context, task) -> context.scheduler().execute(task));
    }

    @Test
    void aFollowerThatDoesNotReturnIsKnownUntilItDoes() throws Exception {
        expectToBeKnown((context, task) -> {
            context.journal("notes").append("x");
            context.journal("notes").follow(0, _ -> task.run());
        });
    }

    @Test
    void whatWasNeverUsedHasEnded() {
        Plugin plugin = plugins.plugins().getFirst();
        contexts.context(plugin, Map.of(), false);

        contexts.end(plugin);

        assertThat(contexts.hasEnded(plugin)).isTrue();
    }

    private void expectToBeKnown(BiConsumer<ServiceContext, Runnable> start) throws Exception {
        Plugin plugin = plugins.plugins().getFirst();
        start.accept(contexts.context(plugin, Map.of(), true), this::runUntilTheEnd);
        begun.await();

        contexts.end(plugin);

        assertThat(contexts.hasEnded(plugin)).isFalse();
        assertThat(contexts.hasEnded(plugin)).as("when asked again").isFalse();
        end.countDown();
        await().until(() -> contexts.hasEnded(plugin));
    }

    private void runUntilTheEnd() {
        begun.countDown();
        while (end.getCount() > 0) {
            try {
                end.await();
            } catch (InterruptedException e) {
                // As plugins do that swallow interrupts.
            }
        }
    }
}
