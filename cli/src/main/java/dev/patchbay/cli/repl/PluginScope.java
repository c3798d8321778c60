package dev.patchbay.cli.repl;

/// While it is open, this thread finds classes and services of a plugin, as libraries inside it expect.
final class PluginScope implements AutoCloseable {

    private final Thread thread = Thread.currentThread();
    private final ClassLoader before = thread.getContextClassLoader();

    PluginScope(Object ofPlugin) {
        thread.setContextClassLoader(ofPlugin.getClass().getClassLoader());
    }

    @Override
    public void close() {
        thread.setContextClassLoader(before);
    }
}
