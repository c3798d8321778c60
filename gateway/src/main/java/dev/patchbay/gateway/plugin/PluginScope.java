package dev.patchbay.gateway.plugin;

/// The time that a thread of the host spends in a plugin's code: its context class loader is the plugin's meanwhile, because
/// libraries look for their services there.
///
/// ```java
/// try (PluginScope _ = protocol.plugin().enter()) {
///     service.serve(connection);
/// }
/// ```
public final class PluginScope implements AutoCloseable {

    private final Thread thread = Thread.currentThread();
    private final ClassLoader before = thread.getContextClassLoader();

    /// Enters, with this thread.
    public PluginScope(ClassLoader loader) {
        thread.setContextClassLoader(loader);
    }

    /// Gives the thread its own context class loader back. To be called by the thread that entered.
    @Override
    public void close() {
        thread.setContextClassLoader(before);
    }
}
