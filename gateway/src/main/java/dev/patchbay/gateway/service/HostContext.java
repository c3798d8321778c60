package dev.patchbay.gateway.service;

import dev.patchbay.api.ListenerInfo;
import dev.patchbay.api.Option;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.client.Item;
import dev.patchbay.api.journal.Journal;
import dev.patchbay.api.journal.Topic;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;

/// What one service is given: the options of its listener, and what its plugin shares.
///
/// @param options      a value for every option that the protocol declares
/// @param resources    what ends with the plugin
/// @param surroundings what all services of the gateway are given alike
public record HostContext(Map<String, Object> options, PluginResources resources, Surroundings surroundings) implements ServiceContext {

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
        return surroundings.reachable().get();
    }

    @Override
    public Path dataFolder() {
        return resources.folder();
    }

    @Override
    public void report(Item item) {
        surroundings.reports().accept(item);
    }

    @Override
    public Clock clock() {
        return surroundings.clock();
    }

    @Override
    public RandomGenerator random() {
        return surroundings.random();
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
