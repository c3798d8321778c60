package dev.patchbay.gateway.plugin;

import dev.patchbay.api.ApiLevel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/// What a jar's manifest says of the plugin, as it stands there; [#problem] tells what of it is not acceptable.
///
/// @param id      `Plugin-Id`
/// @param version `Plugin-Version`, or empty
/// @param api     `Plugin-Api`, or empty
record PluginManifest(String id, String version, String api) {

    private static final Pattern ID = Pattern.compile("(?=.{1,64}$)[a-z][a-z0-9]*([.-][a-z0-9]+)*");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+-]{0,31}");

    /// The gateway keeps things of its own under these names.
    private static final Set<String> RESERVED_IDS = Set.of("lobby", "patchbay");

    /// {@return the manifest of the one jar among a plugin's jars that has a `Plugin-Id`}
    static Check<PluginManifest> read(List<Path> jars) {
        Optional<PluginManifest> found = Optional.empty();
        for (Path jar : jars) {
            try {
                Optional<PluginManifest> manifest = read(jar);
                if (manifest.isPresent() && found.isPresent()) {
                    return Check.failed(Reason.DUPLICATE_ID, "two jars in one folder have a Plugin-Id: '" + found.get().id()
                            + "' and '" + manifest.get().id() + "'");
                }
                found = found.or(() -> manifest);
            } catch (IOException | SecurityException e) {
                return Check.failed(Reason.CORRUPT_JAR, jar.getFileName() + " cannot be opened as a jar (" + Faults.describe(e) + ")");
            }
        }
        return found.map(Check::passed).orElseGet(() -> Check.failed(Reason.NO_MANIFEST_ID, "the manifest has no Plugin-Id"));
    }

    private static Optional<PluginManifest> read(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            Attributes attributes = manifest == null ? new Attributes() : manifest.getMainAttributes();
            String id = attribute(attributes, "Plugin-Id");
            return id.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new PluginManifest(id, attribute(attributes, "Plugin-Version"), attribute(attributes, "Plugin-Api")));
        }
    }

    private static String attribute(Attributes attributes, String name) {
        String value = attributes.getValue(name);
        return value == null ? "" : value.strip();
    }

    /// {@return what of it is not acceptable to a gateway of this api level}
    Optional<Problem> problem(ApiLevel host) {
        if (RESERVED_IDS.contains(id)) {
            return problem(Reason.BAD_ID, "the Plugin-Id '" + id + "' is reserved");
        }
        if (!ID.matcher(id).matches()) {
            return problem(Reason.BAD_ID, "the Plugin-Id '" + id + "' has a form that is not accepted");
        }
        if (!VERSION.matcher(version).matches()) {
            return problem(Reason.BAD_VERSION, version.isEmpty()
                    ? "the manifest has no Plugin-Version"
                    : "the Plugin-Version '" + version + "' has a form that is not accepted");
        }
        Optional<ApiLevel> level = ApiLevel.parse(api);
        if (level.isEmpty()) {
            return problem(Reason.BAD_API, api.isEmpty()
                    ? "the manifest has no Plugin-Api"
                    : "the Plugin-Api '" + api + "' is not a level such as " + host);
        }
        if (host.runs(level.get())) {
            return Optional.empty();
        }
        return level.get().major() < host.major()
                ? problem(Reason.API_TOO_OLD, "it was compiled against api " + api + ", and this gateway has " + host)
                : problem(Reason.API_TOO_NEW, "it needs api " + api + ", and this gateway has " + host);
    }

    private static Optional<Problem> problem(Reason reason, String message) {
        return Optional.of(new Problem(reason, message));
    }
}
