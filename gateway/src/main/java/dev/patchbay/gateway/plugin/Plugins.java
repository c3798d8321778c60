package dev.patchbay.gateway.plugin;

import dev.patchbay.api.ApiLevel;
import dev.patchbay.api.Protocol;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the plugin folder holds: an immutable picture of one look at it, plugins and rejections alike. Safe for all threads.
public final class Plugins implements AutoCloseable {

    private static final Label CLASS_PATH = new Label("class path", "", "class-path", "", ApiLevel.CURRENT.toString());

    private final Optional<Problem> problem;
    private final List<PluginEntry> entries;

    private Plugins(Optional<Problem> problem, List<PluginEntry> entries) {
        this.problem = problem;
        this.entries = List.copyOf(entries);
    }

    /// Loads everything that can be loaded; never throws because of what is in the folder.
    ///
    /// @param folder          the plugin folder
    /// @param copies          where private copies are kept, a folder that nobody else uses at the same time
    /// @param reservedOptions the names of options that no protocol may declare
    /// @param extra           protocols that are on the class path; they come first, and count as one plugin
    public static Plugins load(Path folder, Path copies, Set<String> reservedOptions, List<Protocol> extra) {
        // Else a plugin that reads a resource of its own through a URL leaves its jar open for ever.
        URLConnection.setDefaultUseCaches("jar", false);
        CopyFolder copyFolder = new CopyFolder(copies);
        copyFolder.sweep();
        PluginLoader loader = new PluginLoader(copyFolder, new InfoCheck(reservedOptions), new Claims());
        List<PluginEntry> entries = new ArrayList<>();
        if (!extra.isEmpty()) {
            entries.add(loader.adopt(CLASS_PATH, extra.getFirst().getClass().getClassLoader(), extra));
        }
        return switch (Candidate.in(folder)) {
            case Check.Failed<List<Candidate>>(Problem problem) -> new Plugins(Optional.of(problem), entries);
            case Check.Passed<List<Candidate>>(List<Candidate> candidates) -> {
                candidates.forEach(candidate -> entries.add(loader.load(candidate, 1)));
                yield new Plugins(Optional.empty(), entries);
            }
        };
    }

    /// {@return what is wrong with the folder itself, if anything}
    public Optional<Problem> problem() {
        return problem;
    }

    /// {@return what became of each candidate, by its name}
    public List<PluginEntry> entries() {
        return entries;
    }

    /// {@return the plugins, by the names of their jars}
    public List<Plugin> plugins() {
        return plugins(entries.stream()).toList();
    }

    /// {@return the protocols that are usable, in the order of their plugins}
    public List<PluginProtocol> protocols() {
        return plugins(entries.stream())
                .flatMap(plugin -> plugin.protocols().stream())
                .filter(protocol -> protocol.problem().isEmpty())
                .toList();
    }

    /// Closes all plugins. Only when no thread runs a plugin's code any more.
    @Override
    public void close() {
        plugins().forEach(Plugin::close);
    }

    private static Stream<Plugin> plugins(Stream<PluginEntry> entries) {
        return entries.filter(Plugin.class::isInstance).map(Plugin.class::cast);
    }
}
