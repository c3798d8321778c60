package dev.patchbay.gateway.plugin;

/// What is known of a jar at some point of loading it: for its row in the plugins table. What is not known is empty.
///
/// @param jar      the file or folder, by its name in the plugin folder
/// @param checksum the first 12 digits of its SHA-256
/// @param id       the plugin's id, as the manifest has it
/// @param version  the plugin's version, as the manifest has it
/// @param api      the api level it was compiled against, as the manifest has it
public record Label(String jar, String checksum, String id, String version, String api) {

    static Label of(Candidate candidate) {
        return new Label(candidate.name(), "", "", "", "");
    }

    Label with(PrivateCopy copy) {
        return new Label(jar, copy.checksum(), id, version, api);
    }

    Label with(PluginManifest manifest) {
        return new Label(jar, checksum, manifest.id(), manifest.version(), manifest.api());
    }

    Label at(String otherJar) {
        return new Label(otherJar, checksum, id, version, api);
    }
}
