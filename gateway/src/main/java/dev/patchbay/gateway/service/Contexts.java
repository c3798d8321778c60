package dev.patchbay.gateway.service;

import dev.patchbay.api.ListenerInfo;
import dev.patchbay.gateway.journal.Journals;
import dev.patchbay.gateway.journal.Topics;
import dev.patchbay.gateway.plugin.Plugin;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Makes the contexts of services, with what the services of one plugin share. Used by one thread, the one that starts and
/// stops the gateway.
public final class Contexts implements AutoCloseable {

    private final Path folder;
    private final Journals journals;
    private final Topics topics;
    private final Supplier<List<ListenerInfo>> reachable;
    private final Map<String, PluginResources> resources = new TreeMap<>();

    /// @param folder    where each plugin's data folder is made, under its id
    /// @param reachable tells where the protocols of the gateway listen
    public Contexts(Path folder, Journals journals, Topics topics, Supplier<List<ListenerInfo>> reachable) {
        this.folder = folder;
        this.journals = journals;
        this.topics = topics;
        this.reachable = reachable;
    }

    /// {@return a context for one service of a plugin}
    ///
    /// @param options a value for every option that the service's protocol declares
    public HostContext context(Plugin plugin, Map<String, Object> options) {
        PluginResources shared =
                resources.computeIfAbsent(plugin.id(), id -> new PluginResources(plugin, folder.resolve(id), journals, topics));
        return new HostContext(options, shared, reachable);
    }

    @Override
    public void close() {
        resources.values().forEach(PluginResources::close);
    }
}
