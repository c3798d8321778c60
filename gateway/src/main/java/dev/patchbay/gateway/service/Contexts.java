package dev.patchbay.gateway.service;

import dev.patchbay.gateway.journal.Journals;
import dev.patchbay.gateway.journal.Topics;
import dev.patchbay.gateway.plugin.Plugin;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Makes the contexts of services, with what the services of one plugin share: those that are durable among themselves, and those
/// that are ephemeral among themselves. Used by one thread, the one that starts and stops the gateway.
public final class Contexts implements AutoCloseable {

    private record Owner(Plugin plugin, boolean ephemeral) {}

    private final Path folder;
    private final Journals durable;
    private final Journals ephemeral;
    private final Topics topics = new Topics();
    private final Topics ephemeralTopics = new Topics();
    private final Surroundings surroundings;
    private final Map<Owner, PluginResources> resources = new ConcurrentHashMap<>();

    /// @param folder    where each plugin's data folder is made, under its id
    /// @param durable   the journals of the services that are not ephemeral
    /// @param ephemeral the journals of those that are
    public Contexts(Path folder, Journals durable, Journals ephemeral, Surroundings surroundings) {
        this.folder = folder;
        this.durable = durable;
        this.ephemeral = ephemeral;
        this.surroundings = surroundings;
    }

    /// {@return a context for one service of a plugin}
    ///
    /// @param options     a value for every option that the service's protocol declares
    /// @param isEphemeral whether what the service keeps is gone when the gateway stops
    public HostContext context(Plugin plugin, Map<String, Object> options, boolean isEphemeral) {
        PluginResources shared = resources.computeIfAbsent(new Owner(plugin, isEphemeral), this::resources);
        return new HostContext(options, shared, surroundings);
    }

    private PluginResources resources(Owner owner) {
        Plugin plugin = owner.plugin;
        Path files = folder.resolve(plugin.id());
        return owner.ephemeral
                ? new PluginResources(plugin, files, ephemeral, ephemeralTopics)
                : new PluginResources(plugin, files, durable, topics);
    }

    /// Ends what a generation of a plugin was given: subscriptions, tasks. They are interrupted, and not waited for.
    public void end(Plugin plugin) {
        resources.forEach((owner, given) -> {
            if (owner.plugin.equals(plugin)) {
                given.close();
            }
        });
    }

    /// {@return whether all of that has ended}
    public boolean hasEnded(Plugin plugin) {
        resources.entrySet().removeIf(given -> given.getKey().plugin.equals(plugin) && given.getValue().hasEnded());
        return resources.keySet().stream().noneMatch(owner -> owner.plugin.equals(plugin));
    }

    @Override
    public void close() {
        resources.values().forEach(PluginResources::close);
    }
}
