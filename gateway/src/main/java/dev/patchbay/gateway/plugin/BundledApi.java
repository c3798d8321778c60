package dev.patchbay.gateway.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/// Finds the host's api in a plugin's jars. It does no harm there, since the host's own is used, but its author believes to
/// have chosen a version of it.
final class BundledApi {

    private BundledApi() {}

    static Optional<Problem> warning(List<Path> jars) {
        return jars.stream()
                .filter(BundledApi::isIn)
                .map(jar -> new Problem(Reason.BUNDLES_API, jar.getFileName() + " carries classes of the api"))
                .findFirst();
    }

    private static boolean isIn(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().map(ZipEntry::getName).anyMatch(BundledApi::isApiClass);
        } catch (IOException e) {
            // It was opened a moment ago, and a warning is not worth a plugin.
            return false;
        }
    }

    private static boolean isApiClass(String entry) {
        int end = entry.lastIndexOf('/');
        return end > 0 && entry.endsWith(".class") && PluginClassLoader.isApi(entry.substring(0, end).replace('/', '.'));
    }
}
