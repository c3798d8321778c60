package dev.patchbay.gateway.service;

import dev.patchbay.api.ListenerInfo;
import dev.patchbay.api.Option;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.client.Item;
import dev.patchbay.api.journal.Journal;
import dev.patchbay.api.journal.Topic;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// What one service is given: the options of its listener, and what its plugin shares.
///
/// @param options   a value for every option that the protocol declares
/// @param resources what ends with the plugin
/// @param reachable tells where the protocols of the gateway listen
/// @param reports   is told what services report
public record HostContext(Map<String, Object> options, PluginResources resources, Supplier<List<ListenerInfo>> reachable, Consumer<Item> reports)
        implements ServiceContext {

    /// Whichever thread asks gets its own source behind this.
    private static final RandomGenerator RANDOM = () -> ThreadLocalRandom.current().nextLong();

    @Override
    @SuppressWarnings("unchecked") // the configuration has read each value with the option of that name, which has its type
    public <T> T option(Option<T> option) {
        Object value = options.get(option.name());
        if (value == null) {
            throw new IllegalArgumentException("the option '" + option.name() + "' is not declared: add it to ProtocolInfo.options");
        }
        return (T) value;
    }

    @Override
    public Journal journal(String name) {
        return resources.journal(name);
    }

    @Override
    public Topic topic(String name) {
        return resources.topic(name);
    }

    @Override
    public System.Logger logger() {
        return resources.logger();
    }

    @Override
    public List<ListenerInfo> listeners() {
        return reachable.get();
    }

    @Override
    public Path dataFolder() {
        return resources.folder();
    }

    @Override
    public void report(Item item) {
        reports.accept(item);
    }

    @Override
    public Clock clock() {
        return Clock.system(ZoneId.systemDefault());
    }

    @Override
    public RandomGenerator random() {
        return RANDOM;
    }

    @Override
    public ExecutorService executor() {
        return resources.executor();
    }

    @Override
    public ScheduledExecutorService scheduler() {
        return resources.scheduler();
    }
}
