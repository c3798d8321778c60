package dev.patchbay.gateway.live;

import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.gateway.config.Config;
import dev.patchbay.gateway.config.ConfigResult;
import dev.patchbay.gateway.config.Limits;
import dev.patchbay.gateway.config.ListenerConfig;
import dev.patchbay.gateway.listen.Endpoint;
import dev.patchbay.gateway.listen.Listeners;
import dev.patchbay.gateway.listen.Opening;
import dev.patchbay.gateway.listen.Sessions;
import dev.patchbay.gateway.listen.Slot;
import dev.patchbay.gateway.plugin.Change;
import dev.patchbay.gateway.plugin.Flaw;
import dev.patchbay.gateway.plugin.Plugin;
import dev.patchbay.gateway.plugin.PluginProtocol;
import dev.patchbay.gateway.plugin.Plugins;
import dev.patchbay.gateway.plugin.Problem;
import dev.patchbay.gateway.plugin.Reason;
import dev.patchbay.gateway.service.Contexts;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;

/// What is served of the plugins that there are. It brings that in step with the plugin folder: a plugin that is new gets its
/// listeners; one whose jar is gone loses them, and its connections end; the next version of one takes over its listeners, whose
/// sockets stay open, while connections that there are stay with the version before until they end. If the next version does not
/// start, nothing changes. A plugin whose jar is the same is not touched.
///
/// One change is made at a time, whichever thread asks for it.
public final class Deployment {

    private static final Logger LOG = System.getLogger("patchbay.plugins");

    /// How long, after connections had their time, the rest of a plugin's end may take when the gateway stops.
    private static final Duration END = Duration.ofSeconds(10);

    private final Plugins plugins;
    private final Listeners listeners;
    private final Sessions sessions;
    private final Contexts contexts;
    private final Limits limits;
    private final Function<List<ProtocolInfo>, ConfigResult> configs;
    private final Clock clock;
    private final Map<String, Generation> serving = new ConcurrentHashMap<>();
    private final List<Retirement> retiring = new CopyOnWriteArrayList<>();

    /// Creates it, serving nothing.
    ///
    /// @param configs reads the configuration as it is now, for these protocols
    public Deployment(
            Plugins plugins,
            Listeners listeners,
            Sessions sessions,
            Contexts contexts,
            Limits limits,
            Function<List<ProtocolInfo>, ConfigResult> configs,
            Clock clock) {
        this.plugins = plugins;
        this.listeners = listeners;
        this.sessions = sessions;
        this.contexts = contexts;
        this.limits = limits;
        this.configs = configs;
        this.clock = clock;
    }

    /// Serves the plugins of the class path, and those of the folder that were made already.
    public synchronized void begin(Config config) {
        plugins.classPath().ifPresent(plugin -> deploy(plugin, config));
        plugins.linkAll().forEach(plugin -> place(plugin, config));
    }

    /// {@return what a reload would do now, in its order}
    public synchronized List<Change> plan() {
        plugins.distrust();
        plugins.look(true);
        return plugins.changes();
    }

    /// Brings what is served in step with the plugin folder as it is now, every jar of which is read again.
    ///
    /// @return what was tried; the plugins' entries tell what failed
    public synchronized List<Change> reload() {
        plugins.distrust();
        plugins.look(true);
        List<Change> changes = plugins.changes();
        apply();
        lookAfterRetired();
        return changes;
    }

    /// Brings what is served in step with what has come to rest in the plugin folder.
    ///
    /// @return whether all has; if not, it is worth looking again soon
    synchronized boolean follow() {
        boolean resting = plugins.look(false);
        apply();
        lookAfterRetired();
        return resting;
    }

    private void lookAfterRetired() {
        retiring.removeIf(Retirement::isCollected);
        retiring.forEach(Retirement::look);
    }

    private void apply() {
        List<Change> changes = plugins.changes();
        if (changes.isEmpty()) {
            return;
        }
        changes.forEach(change -> {
            if (change instanceof Change.Remove(Plugin before)) {
                remove(before);
            }
        });
        List<Plugin> linked = plugins.linkAll();
        if (!linked.isEmpty()) {
            switch (configs.apply(infos(linked))) {
                case ConfigResult.Valid(Config config, _) -> linked.forEach(plugin -> place(plugin, config));
                case ConfigResult.Invalid(List<String> problems) -> {
                    Problem problem = new Problem(Reason.BAD_CONFIG, problems.getFirst());
                    linked.forEach(plugin -> abandon(new Generation(plugin, contexts), List.of(new Flaw("", problem))));
                }
            }
        }
    }

    private List<ProtocolInfo> infos(List<Plugin> next) {
        List<String> replaced = next.stream().map(Plugin::id).toList();
        return Stream.concat(plugins.plugins().stream().filter(plugin -> !replaced.contains(plugin.id())), next.stream())
                .flatMap(plugin -> plugin.protocols().stream())
                .map(PluginProtocol::info)
                .toList();
    }

    private void place(Plugin plugin, Config config) {
        if (deploy(plugin, config)) {
            plugins.put(plugin);
        }
    }

    /// {@return whether it is served now}
    private boolean deploy(Plugin plugin, Config config) {
        Generation next = new Generation(plugin, contexts);
        Generation before = serving.get(plugin.id());
        List<Opening> openings = next.open(listenersOf(plugin, config));
        Optional<List<Flaw>> failure = before == null ? start(next, openings) : replace(before, next, openings);
        if (failure.isPresent()) {
            abandon(next, failure.get());
            return false;
        }
        serving.put(plugin.id(), next);
        if (before != null) {
            LOG.log(Level.INFO, plugin + " takes over from " + before.plugin());
            retire(before, limits.upgradeTime(), limits.drainTime(), "its version of the plugin has had its time");
        }
        return true;
    }

    private static List<ListenerConfig> listenersOf(Plugin plugin, Config config) {
        List<String> protocols = plugin.protocols().stream().map(protocol -> protocol.info().id()).toList();
        return config.listeners().stream().filter(listener -> protocols.contains(listener.protocol())).toList();
    }

    /// What does not work of a plugin that is new is left out; a plugin of which nothing works is none.
    private Optional<List<Flaw>> start(Generation next, List<Opening> openings) {
        openings.forEach(opening -> listeners.open(opening.config(), opening.endpoint()));
        boolean usable = next.plugin().protocols().stream().anyMatch(protocol -> protocol.problem().isEmpty());
        return usable ? Optional.empty() : Optional.of(next.plugin().flaws());
    }

    /// A next version has to offer what the one before does, unless its author has taken that out.
    private Optional<List<Flaw>> replace(Generation before, Generation next, List<Opening> openings) {
        List<Flaw> flaws = next.plugin().flaws();
        if (!flaws.isEmpty() && !usable(next.plugin()).containsAll(usable(before.plugin()))) {
            return Optional.of(flaws);
        }
        try {
            listeners.replace(slotsOf(before), openings, slot -> before.open(slot.config()));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(List.of(new Flaw("", new Problem(Reason.OPEN_THREW, String.valueOf(e.getMessage())))));
        }
    }

    private static List<String> usable(Plugin plugin) {
        return plugin.protocols().stream()
                .filter(protocol -> protocol.problem().isEmpty())
                .map(protocol -> protocol.info().id())
                .toList();
    }

    private List<Slot> slotsOf(Generation generation) {
        Collection<Endpoint> endpoints = generation.endpoints();
        return listeners.slots().stream().filter(slot -> endpoints.contains(slot.endpoint())).toList();
    }

    private void remove(Plugin plugin) {
        plugins.remove(plugin);
        Generation generation = serving.remove(plugin.id());
        if (generation != null) {
            LOG.log(Level.INFO, plugin + " is removed");
            slotsOf(generation).forEach(listeners::close);
            retire(generation, Duration.ZERO, limits.drainTime(), "the plugin was removed");
        }
    }

    /// Ends what was made of a plugin that cannot be used after all.
    private void abandon(Generation generation, List<Flaw> flaws) {
        plugins.reject(generation.plugin(), flaws);
        LOG.log(Level.WARNING, generation.plugin() + " is not used: " + flaws.getFirst().problem());
        slotsOf(generation).forEach(listeners::close);
        retire(generation, Duration.ZERO, Duration.ZERO, "the plugin did not start");
    }

    private void retire(Generation generation, Duration patience, Duration drainTime, String why) {
        retiring.add(Retirement.start(generation, sessions, patience, drainTime, why, clock));
    }

    /// {@return how many connections and datagrams a plugin serves now}
    public int leases(Plugin plugin) {
        Generation generation = serving.get(plugin.id());
        return generation == null || !generation.plugin().equals(plugin) ? 0 : generation.leases();
    }

    /// {@return the generations that are not served any more, of which something is left}
    public List<Retired> retired() {
        return retiring.stream().filter(retirement -> !retirement.isCollected()).map(Retired::of).toList();
    }

    /// Ends all plugins, when their connections have ended as far as they will, and waits for that.
    public synchronized void end() throws InterruptedException {
        serving.values().forEach(generation -> retire(generation, Duration.ZERO, Duration.ZERO, "the gateway stopped"));
        serving.clear();
        retiring.forEach(Retirement::hurry);
        for (Retirement retirement : retiring) {
            retirement.await(END);
        }
    }
}
