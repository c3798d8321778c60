package dev.patchbay.gateway.plugin;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One generation of a plugin: its class loader and the protocols created from it. Everything of the plugin that the host
/// holds, it holds through this object, so that dropping it lets the plugin's classes go. Safe for all threads.
public final class Plugin implements PluginEntry, AutoCloseable {

    private final ClassLoader loader;
    private final List<PluginProtocol> protocols;
    private final List<Flaw> flawsOfProviders;
    private final Optional<Problem> warning;
    private final Optional<PrivateCopy> copy;
    private volatile Label label;

    /// @param copy what it was loaded from; nothing if it was on the class path
    Plugin(Label label, ClassLoader loader, List<Provider> providers, List<Flaw> flaws, Optional<Problem> warning, Optional<PrivateCopy> copy) {
        this.label = label;
        this.loader = loader;
        this.protocols = providers.stream().map(provider -> new PluginProtocol(this, provider)).toList();
        this.flawsOfProviders = List.copyOf(flaws);
        this.warning = warning;
        this.copy = copy;
    }

    @Override
    public Label label() {
        return label;
    }

    /// {@return its id, under which its journals, its log and its data folder are kept}
    public String id() {
        return label.id();
    }

    /// Notes that its jar has another name now.
    void moved(String jar) {
        label = label.at(jar);
    }

    /// {@return what it was loaded from; nothing if it was on the class path}
    Optional<PrivateCopy> copy() {
        return copy;
    }

    /// {@return a reference to its class loader that does not keep it}
    public WeakReference<ClassLoader> loader() {
        return new WeakReference<>(loader);
    }

    /// {@return the the platform threads that belong to it and live: it, or the host on its behalf, has started them}
    public List<Thread> threads() {
        return copy.isEmpty() ? List.of() : Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> loader.equals(thread.getContextClassLoader()) || loader.equals(thread.getClass().getClassLoader()))
                .toList();
    }

    /// {@return its protocols, in the order of declaration, also those that were rejected since}
    public List<PluginProtocol> protocols() {
        return protocols;
    }

    /// {@return what of it is not used: providers that could not be created, and protocols that were rejected since}
    @Override
    public List<Flaw> flaws() {
        Stream<Flaw> rejected = protocols.stream()
                .flatMap(protocol -> protocol.problem().map(problem -> new Flaw(protocol.info().id(), problem)).stream());
        return Stream.concat(flawsOfProviders.stream(), rejected).toList();
    }

    /// {@return what to be warned of, while it works all the same}
    public Optional<Problem> warning() {
        return warning;
    }

    /// Enters the plugin's code with this thread, for as long as the result is not closed.
    public PluginScope enter() {
        return new PluginScope(loader);
    }

    /// Closes the class loader and deletes the private copy. Only when no thread runs the plugin's code any more: a class that
    /// is first needed after this cannot be found.
    @Override
    public void close() {
        copy.ifPresent(files -> files.release(loader));
    }

    @Override
    public String toString() {
        return "plugin " + label.id() + " " + label.version() + " (" + label.jar() + ")";
    }
}
