package dev.patchbay.gateway.plugin;

import dev.patchbay.api.Protocol;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The names of the classes that a plugin's jars declare as protocols, in the files that [java.util.ServiceLoader] reads too.
final class ProviderNames {

    private static final String SERVICE_FILE = "META-INF/services/" + Protocol.class.getName();

    private ProviderNames() {}

    /// {@return the names in their order, each once, at least one}
    static Check<List<String>> in(PluginClassLoader loader) {
        Set<String> names = new LinkedHashSet<>();
        try {
            // findResources, not getResources: what a parent declares is not the plugin's.
            for (URL file : Collections.list(loader.findResources(SERVICE_FILE))) {
                names.addAll(read(file));
            }
        } catch (IOException e) {
            return Check.failed(Reason.CORRUPT_JAR, SERVICE_FILE + " cannot be read (" + Faults.describe(e) + ")");
        }
        return names.isEmpty()
                ? Check.failed(Reason.NO_PROVIDER, "no class is named in " + SERVICE_FILE)
                : Check.passed(List.copyOf(names));
    }

    private static List<String> read(URL file) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(file.openStream(), StandardCharsets.UTF_8))) {
            return reader.lines().map(ProviderNames::withoutComment).filter(name -> !name.isEmpty()).toList();
        }
    }

    private static String withoutComment(String line) {
        int comment = line.indexOf('#');
        return (comment < 0 ? line : line.substring(0, comment)).strip();
    }
}
