package dev.patchbay.gateway.plugin;

import dev.patchbay.api.Protocol;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Loads the classes of one generation of one plugin. It sees the JDK, the plugin's own jars and, from the host, exactly the
/// packages of the api: not the gateway, not the gateway's libraries, not another plugin. So two plugins may carry two versions
/// of one library, and a jar that wrongly carries the api still meets the host's classes.
///
/// Its name, `id@version#generation`, stands in stack traces and in the message of every ClassCastException.
final class PluginClassLoader extends URLClassLoader {

    private static final Set<String> API_PACKAGES = Set.of(
            "dev.patchbay.api",
            "dev.patchbay.api.client",
            "dev.patchbay.api.journal",
            "dev.patchbay.api.load",
            "dev.patchbay.api.wire");

    private static final ClassLoader HOST = Protocol.class.getClassLoader();

    static {
        registerAsParallelCapable();
    }

    PluginClassLoader(String name, List<Path> jars) {
        super(name, jars.stream().map(PluginClassLoader::url).toArray(URL[]::new), getPlatformClassLoader());
    }

    /// {@return whether the host gives the classes of this package to every plugin}
    static boolean isApi(String packageName) {
        return API_PACKAGES.contains(packageName);
    }

    @Override
    protected Class<?> loadClass(String className, boolean resolve) throws ClassNotFoundException {
        int end = className.lastIndexOf('.');
        return end > 0 && isApi(className.substring(0, end)) ? HOST.loadClass(className) : super.loadClass(className, resolve);
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("a file that has no URL: " + jar, e);
        }
    }

    @Override
    public String toString() {
        return "plugin " + getName();
    }
}
