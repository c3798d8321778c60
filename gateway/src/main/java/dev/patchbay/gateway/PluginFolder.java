package dev.patchbay.gateway;

import dev.patchbay.api.Protocol;
import dev.patchbay.gateway.config.ListenerConfig;
import dev.patchbay.gateway.plugin.Change;
import dev.patchbay.gateway.plugin.Plugin;
import dev.patchbay.gateway.plugin.Plugins;
import dev.patchbay.gateway.plugin.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The plugins of a folder: jars (`x.jar`) and folders of jars (`x/*.jar`), each in a class loader of its own. Names that begin
/// with a dot or end in `.part` or `.tmp` are ignored.
///
/// A jar that cannot be used stops no other; it is a row of the table, with the reason and what to do.
///
/// ```java
/// try (PluginFolder folder = PluginFolder.load(Path.of("plugins"), Path.of("data/copies"))) {
///     folder.protocols().forEach(protocol -> System.out.println(protocol.info().banner()));
/// }
/// ```
///
/// Safe for all threads.
public final class PluginFolder implements AutoCloseable {

    private final Plugins plugins;
    private final List<Plugin> replaced = new ArrayList<>();

    private PluginFolder(Plugins plugins) {
        this.plugins = plugins;
    }

    /// Loads what can be loaded. Never throws because of what is in the folder, or because there is none.
    ///
    /// @param folder the plugin folder
    /// @param copies where the private copies are kept that plugins are loaded from; made if it is not there. Nobody else
    ///               may use it at the same time: copies that an earlier run left there are deleted.
    public static PluginFolder load(Path folder, Path copies) {
        return load(folder, copies, ListenerConfig.RESERVED_KEYS, List.of());
    }

    /// Loads what can be loaded, and takes protocols from the class path with it.
    ///
    /// @param reservedOptions the names of options that no protocol may declare
    /// @param extra           protocols from the class path, which come first
    static PluginFolder load(Path folder, Path copies, Set<String> reservedOptions, List<Protocol> extra) {
        return new PluginFolder(Plugins.load(folder, copies, reservedOptions, extra));
    }

    /// Loads what has changed in the folder since. A plugin that was loaded stays usable for those who have it, until this is closed.
    public synchronized void refresh() {
        plugins.look(true);
        for (Change change : plugins.changes()) {
            replaced.addAll(plugins.plugins().stream().filter(plugin -> plugin.id().equals(change.id())).toList());
            if (change instanceof Change.Remove(Plugin before)) {
                plugins.remove(before);
            }
        }
        plugins.linkAll().forEach(plugins::put);
    }

    /// {@return what is wrong with the folder itself and what to do, in one line; nothing if it is there and readable}
    public Optional<String> problem() {
        return plugins.problem().map(Problem::toString);
    }

    /// {@return the protocols that are usable, by the names of their jars, then in the order in which a jar declares them}
    public List<Protocol> protocols() {
        return List.copyOf(plugins.protocols());
    }

    /// {@return a row for each plugin, and one for each jar, provider or protocol that is not used; by the names of the jars}
    public List<PluginRow> rows() {
        return PluginTable.rows(plugins.entries());
    }

    /// Closes the class loaders and deletes the private copies. Only when no thread runs a plugin's code any more.
    @Override
    public synchronized void close() {
        replaced.forEach(Plugin::close);
        plugins.close();
    }

    /// {@return what stands behind the rows}
    Plugins plugins() {
        return plugins;
    }
}
