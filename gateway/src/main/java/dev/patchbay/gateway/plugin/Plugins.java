package dev.patchbay.gateway.plugin;

import dev.patchbay.api.ApiLevel;
import dev.patchbay.api.Protocol;
import dev.patchbay.gateway.plugin.Change.Add;
import dev.patchbay.gateway.plugin.Change.Remove;
import dev.patchbay.gateway.plugin.Change.Upgrade;
import java.net.URLConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The plugins that there are, and what the plugin folder holds: it tells what has to change, and makes plugins of jars. When and
/// how a plugin takes another's place is left to whoever uses them.
///
/// ```java
/// plugins.look(true);
/// plugins.linkAll().forEach(plugins::put);
/// ```
///
/// One thread changes it; all threads may read [#problem], [#entries], [#plugins] and [#protocols].
public final class Plugins implements AutoCloseable {

    /// What stands in place of a jar's name for protocols of the class path.
    public static final String CLASS_PATH = "class path";

    private static final Duration SETTLE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// What all threads may see.
    private record Picture(Optional<Problem> problem, List<PluginEntry> entries) {}

    private final PluginLoader loader;
    private final Inventory inventory;
    private final Optional<PluginEntry> classPath;
    private final Map<String, Plugin> current = new TreeMap<>();

    /// Plugins that are made, but have no place yet.
    private final Map<String, Plugin> pending = new TreeMap<>();

    /// Copies that no plugin was made of yet; several threads may read jars at once, and copy them.
    private final Set<Path> unused = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> generations = new HashMap<>();
    private volatile Picture picture = new Picture(Optional.empty(), List.of());

    /// Creates it without plugins of the folder: nothing is looked at yet.
    ///
    /// @param folder          the plugin folder
    /// @param copies          where private copies are kept, a folder that nobody else uses at the same time
    /// @param reservedOptions the names of options that no protocol may declare
    /// @param extra           protocols that are on the class path; they come first, and count as one plugin
    public Plugins(Path folder, Path copies, Set<String> reservedOptions, List<Protocol> extra) {
        prepareTheJvm();
        CopyFolder copyFolder = new CopyFolder(copies);
        copyFolder.sweep();
        loader = new PluginLoader(copyFolder, new InfoCheck(reservedOptions), PATIENCE);
        inventory = new Inventory(folder, this::identify, SETTLE, System::nanoTime);
        Label label = new Label(CLASS_PATH, "", "class-path", "", ApiLevel.CURRENT.toString());
        classPath = extra.isEmpty()
                ? Optional.empty()
                : Optional.of(loader.adopt(label, extra.getFirst().getClass().getClassLoader(), extra));
        publish();
    }

    /// Does once and for all what a plugin would do by accident, and could not undo.
    private static void prepareTheJvm() {
        // Else a plugin that reads a resource of its own through a URL leaves its jar open for ever.
        URLConnection.setDefaultUseCaches("jar", false);
        // Else the first to want a timeout starts the JDK's thread for that, which stays, with the plugin's class loader as its context.
        var _ = new CompletableFuture<Void>().completeOnTimeout(null, 0, TimeUnit.NANOSECONDS);
    }

    /// {@return what can be loaded of the folder now, each plugin in its place}
    public static Plugins load(Path folder, Path copies, Set<String> reservedOptions, List<Protocol> extra) {
        Plugins plugins = new Plugins(folder, copies, reservedOptions, extra);
        plugins.look(true);
        plugins.linkAll().forEach(plugins::put);
        return plugins;
    }

    /// Looks at the folder.
    ///
    /// @param atOnce whether everything counts as it is now; else what changes counts when it has rested
    /// @return whether all has come to rest; if not, it is worth looking again soon
    public boolean look(boolean atOnce) {
        boolean resting = inventory.look(atOnce);
        current.values().forEach(this::recognize);
        publish();
        return resting;
    }

    /// Lets the next look read everything again: checksums tell what sizes and times may not.
    public void distrust() {
        inventory.distrust();
    }

    private Finding identify(Candidate candidate) {
        Finding finding = loader.identify(candidate);
        if (finding instanceof Identified identified) {
            unused.add(identified.copy().folder());
        }
        return finding;
    }

    /// The same bytes as before under another name: nothing happens to the plugin, it only says so.
    private void recognize(Plugin plugin) {
        List<String> names = identified().filter(identified -> identified.is(plugin)).map(identified -> identified.label().jar()).toList();
        if (!names.isEmpty() && !names.contains(plugin.label().jar())) {
            plugin.moved(names.getFirst());
        }
    }

    /// Deletes the copies that nobody is going to load; if that changes, the jar is read again.
    private void sweep() {
        Map<String, Identified> wanted = wanted();
        List<Path> unwanted = unused.stream()
                .filter(copy -> wanted.values().stream().noneMatch(identified -> identified.copy().folder().equals(copy) && find(identified::is).isEmpty()))
                .toList();
        unwanted.forEach(CopyFolder::delete);
        unwanted.forEach(unused::remove);
    }

    private Stream<Identified> identified() {
        return inventory.findings().stream().filter(Identified.class::isInstance).map(Identified.class::cast);
    }

    /// {@return what is to be done for the plugins to be those of the folder, in the order of doing it}
    public List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        Map<String, Identified> wanted = wanted();
        for (Plugin plugin : current.values()) {
            if (!wanted.containsKey(plugin.id()) && !isKept(plugin)) {
                changes.add(new Remove(plugin));
            }
        }
        wanted.values().stream()
                .filter(identified -> !pending.containsKey(identified.label().id()))
                .sorted(Comparator.comparing(identified -> identified.label().jar()))
                .forEach(identified -> change(identified).ifPresent(changes::add));
        return changes;
    }

    private Optional<Change> change(Identified identified) {
        Plugin plugin = current.get(identified.label().id());
        if (plugin == null) {
            return Optional.of(new Add(identified.label()));
        }
        return identified.is(plugin) ? Optional.empty() : Optional.of(new Upgrade(plugin, identified.label()));
    }

    /// Which jar is wanted for each id: that of the plugin that there is, if it lies there still, else the first by name.
    private Map<String, Identified> wanted() {
        Map<String, Identified> wanted = new LinkedHashMap<>();
        identified().forEach(identified -> wanted.merge(
                identified.label().id(),
                identified,
                (first, other) -> find(other::is).isPresent() && find(first::is).isEmpty() ? other : first));
        return wanted;
    }

    /// A jar that cannot be used, but has the plugin's name or id, is a bad try at an upgrade and not a removal.
    private boolean isKept(Plugin plugin) {
        return inventory.findings().stream()
                .filter(Rejection.class::isInstance)
                .map(Finding::label)
                .anyMatch(label -> label.jar().equals(plugin.label().jar()) || label.id().equals(plugin.id()));
    }

    private Optional<Plugin> find(Predicate<Plugin> filter) {
        return current.values().stream().filter(filter).findFirst();
    }

    /// Makes the plugin that a change brings. It has no place yet: [#put] gives it one, [#reject] drops it.
    ///
    /// @return the plugin; nothing if there is none, because it cannot be made, which the entries tell then, or has to go
    Optional<Plugin> link(Change change) {
        if (change instanceof Remove) {
            return Optional.empty();
        }
        Identified identified = wanted().get(change.id());
        Finding finding = identified == null || identified.isCopied() ? identified : inventory.readAgain(identified);
        if (!(finding instanceof Identified ready) || !ready.label().id().equals(change.id())) {
            return Optional.empty();
        }
        unused.remove(ready.copy().folder());
        int generation = generations.merge(change.id(), 1, Integer::sum);
        switch (loader.link(ready, generation, claims(change.id()))) {
            case Plugin plugin -> {
                pending.put(plugin.id(), plugin);
                return Optional.of(plugin);
            }
            case Rejection rejection -> {
                inventory.note(rejection);
                publish();
                return Optional.empty();
            }
        }
    }

    /// Makes all plugins that the folder asks for; if a jar cannot be used, and another has the same id, of that one.
    ///
    /// @return the plugins that have no place yet
    public List<Plugin> linkAll() {
        boolean complete = false;
        while (!complete) {
            complete = true;
            for (Change change : changes()) {
                complete &= change instanceof Remove || link(change).isPresent();
            }
        }
        return List.copyOf(pending.values());
    }

    /// What all others have.
    private Claims claims(String id) {
        Map<String, Plugin> others = new TreeMap<>(current);
        others.putAll(pending);
        others.remove(id);
        return new Claims(Stream.concat(classPath().stream(), others.values().stream()).toList());
    }

    /// {@return the plugin of the protocols that are on the class path}
    public Optional<Plugin> classPath() {
        return classPath.filter(Plugin.class::isInstance).map(Plugin.class::cast);
    }

    /// Gives a plugin its place, instead of the one that had it.
    public void put(Plugin plugin) {
        pending.remove(plugin.id());
        if (current.put(plugin.id(), plugin) != null) {
            inventory.reconsider(Reason.DUPLICATE_PROTOCOL);
        }
        publish();
    }

    /// Drops a plugin that was made and cannot be used after all: its jar is rejected, until it changes.
    public void reject(Plugin plugin, List<Flaw> flaws) {
        pending.remove(plugin.id());
        inventory.note(new Rejection(plugin.label(), flaws));
        publish();
    }

    /// Takes a plugin's place away.
    public void remove(Plugin plugin) {
        current.remove(plugin.id(), plugin);
        inventory.reconsider(Reason.DUPLICATE_PROTOCOL);
        publish();
    }

    private void publish() {
        sweep();
        List<PluginEntry> entries = new ArrayList<>(classPath.stream().toList());
        Stream<PluginEntry> rejected = inventory.findings().stream().flatMap(finding -> switch (finding) {
            case Rejection rejection -> Stream.of(rejection);
            case Identified identified -> duplicate(identified).stream();
        });
        Stream.concat(current.values().stream(), rejected)
                .sorted(Comparator.comparing(entry -> entry.label().jar()))
                .forEach(entries::add);
        picture = new Picture(inventory.problem(), List.copyOf(entries));
    }

    private Optional<Rejection> duplicate(Identified identified) {
        return Optional.ofNullable(current.get(identified.label().id()))
                .filter(plugin -> !plugin.label().jar().equals(identified.label().jar()))
                .map(plugin -> Rejection.of(identified.label(), new Problem(Reason.DUPLICATE_ID,
                        "the Plugin-Id '" + plugin.id() + "' is that of " + plugin.label().jar() + " too")));
    }

    /// {@return what is wrong with the folder itself, if anything}
    public Optional<Problem> problem() {
        return picture.problem;
    }

    /// {@return the plugins, and what cannot be used: those of the class path first, then by the names of the jars}
    public List<PluginEntry> entries() {
        return picture.entries;
    }

    /// {@return the plugins, by the names of their jars}
    public List<Plugin> plugins() {
        return entries().stream().filter(Plugin.class::isInstance).map(Plugin.class::cast).toList();
    }

    /// {@return the protocols that are usable, in the order of their plugins}
    public List<PluginProtocol> protocols() {
        return plugins().stream()
                .flatMap(plugin -> plugin.protocols().stream())
                .filter(protocol -> protocol.problem().isEmpty())
                .toList();
    }

    /// Closes all plugins that have a place. Only when no thread runs a plugin's code any more.
    @Override
    public void close() {
        pending.values().forEach(Plugin::close);
        plugins().forEach(Plugin::close);
    }
}
