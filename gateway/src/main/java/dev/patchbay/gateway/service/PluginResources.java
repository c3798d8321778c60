package dev.patchbay.gateway.service;

import dev.patchbay.api.journal.Journal;
import dev.patchbay.api.journal.Topic;
import dev.patchbay.gateway.journal.Journals;
import dev.patchbay.gateway.journal.PluginJournals;
import dev.patchbay.gateway.journal.Topics;
import dev.patchbay.gateway.plugin.Faults;
import dev.patchbay.gateway.plugin.Plugin;
import dev.patchbay.gateway.plugin.PluginScope;
import dev.patchbay.gateway.transport.CarriedThreads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/// What all services of one plugin share and what ends with the plugin: its journals and topics, its threads, its folder.
public final class PluginResources implements AutoCloseable {

    private final Plugin plugin;
    private final Path folder;
    private final Logger logger;
    private final PluginJournals journals;
    private final ExecutorService executor;
    private final ScheduledThreadPoolExecutor scheduler;

    /// @param folder where the plugin's files go; made when it is first asked for
    public PluginResources(Plugin plugin, Path folder, Journals store, Topics topics) {
        this.plugin = plugin;
        this.folder = folder;
        logger = System.getLogger("patchbay.plugin." + plugin.id());
        String name = "plugin-" + plugin.id() + "-";
        AtomicInteger count = new AtomicInteger();
        ThreadFactory virtual = inside(task -> CarriedThreads.aside(name + count.getAndIncrement(), task));
        journals = new PluginJournals(plugin.id(), store, topics, virtual, this::followerFailed);
        executor = Executors.newThreadPerTaskExecutor(virtual);
        scheduler = new ScheduledThreadPoolExecutor(1, inside(Thread.ofPlatform().daemon().name(name + "timer").factory()));
        scheduler.setRemoveOnCancelPolicy(true);
    }

    /// Threads of a plugin run with its class loader, whoever causes them to be made. What a task throws is a line in the log: left
    /// to the JVM it would go to the terminal, as it is.
    private ThreadFactory inside(ThreadFactory threads) {
        return task -> threads.newThread(() -> {
            try (PluginScope _ = plugin.enter()) {
                task.run();
            } catch (Throwable fault) {
                Faults.passOnFatal(fault);
                logger.log(Level.WARNING, plugin + ": a task failed: " + Faults.describe(fault));
            }
        });
    }

    private void followerFailed(String journal, Throwable fault) {
        logger.log(Level.WARNING, plugin + ": a follower of the journal '" + journal + "' failed: " + Faults.describe(fault));
    }

    Journal journal(String name) {
        return journals.journal(name);
    }

    Topic topic(String name) {
        return journals.topic(name);
    }

    Logger logger() {
        return logger;
    }

    ExecutorService executor() {
        return executor;
    }

    ScheduledExecutorService scheduler() {
        return scheduler;
    }

    Path folder() {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the data folder " + folder + ": make its parent writable", e);
        }
    }

    /// Interrupts what still runs.
    @Override
    public void close() {
        journals.close();
        scheduler.shutdownNow();
        executor.shutdownNow();
    }

    /// {@return whether nothing runs any more, after this was closed}
    boolean hasEnded() {
        return journals.hasEnded() && scheduler.isTerminated() && executor.isTerminated();
    }
}
