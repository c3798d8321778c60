package dev.patchbay.gateway.plugin;

import dev.patchbay.api.ListenerInfo;
import dev.patchbay.api.Option;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.journal.Journal;
import dev.patchbay.api.journal.Topic;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;

/// A context for plugins that ask nothing of it.
public enum NoContext implements ServiceContext {
    NONE;

    @Override
    public <T> T option(Option<T> option) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Journal journal(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Topic topic(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ListenerInfo> listeners() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Path dataFolder() {
        throw new UnsupportedOperationException();
    }

    @Override
    public System.Logger logger() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Clock clock() {
        throw new UnsupportedOperationException();
    }

    @Override
    public RandomGenerator random() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ExecutorService executor() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledExecutorService scheduler() {
        throw new UnsupportedOperationException();
    }
}
