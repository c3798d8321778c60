package dev.patchbay.gateway.plugin;

/// Why a jar, a provider in it or one of its protocols is not used, or what to be warned of; each with the next step to take.
public enum Reason {
    /// There is no plugin folder, or it cannot be listed.
    NO_FOLDER("make the folder, or name another with --plugins"),
    /// A file of the plugin cannot be read.
    NOT_READABLE("make it a regular file that the gateway's user may read"),
    /// A file of the plugin changed while it was read.
    STILL_CHANGING("copy it under a name that ends in .part and rename it when it is complete"),
    /// The private copy cannot be written.
    NOT_COPIED("make the data folder writable, with room on its disk"),
    /// A folder without jars.
    NO_JAR("put the plugin's jars into the folder, or begin its name with a dot to have it ignored"),
    /// A file that is not a jar, or not all of one.
    CORRUPT_JAR("build or copy the jar again"),
    /// The manifest does not say what plugin this is.
    NO_MANIFEST_ID("add Plugin-Id, Plugin-Version and Plugin-Api to META-INF/MANIFEST.MF"),
    /// The manifest's id has a form that is not accepted, or is reserved.
    BAD_ID("choose a Plugin-Id of lower-case letters, digits and single '-' or '.', beginning with a letter"),
    /// The manifest has no version, or one whose form is not accepted.
    BAD_VERSION("choose a Plugin-Version of letters, digits, '.', '+' and '-', such as 1.2.0"),
    /// The manifest has no api level, or one whose form is not accepted.
    BAD_API("set Plugin-Api to the level of the api the plugin was compiled against, such as 1.0"),
    /// Another jar has the same id.
    DUPLICATE_ID("remove one of the two jars"),
    /// Another plugin has a protocol with the same id.
    DUPLICATE_PROTOCOL("remove one of the two plugins, or give the protocol another id"),
    /// The plugin needs a newer gateway.
    API_TOO_NEW("upgrade the gateway, or use an older version of the plugin"),
    /// The plugin was made for an earlier generation of gateways.
    API_TOO_OLD("use a newer version of the plugin"),
    /// The plugin needs a newer Java.
    JAVA_TOO_OLD("run the gateway on a newer Java, or compile the plugin for this one"),
    /// No provider is named.
    NO_PROVIDER("name the class in META-INF/services/dev.patchbay.api.Protocol; a module-info alone is not enough"),
    /// The class that is named as provider is not there.
    PROVIDER_MISSING("correct the name in META-INF/services/dev.patchbay.api.Protocol, or add the class to the jar"),
    /// The class that is named as provider cannot be one.
    NOT_A_PROVIDER("make it a public class that implements Protocol, with a public constructor without parameters"),
    /// A class of the plugin needs something that is not there.
    NOT_LINKABLE("put what it needs into the jar, or beside it in a folder of its own"),
    /// The provider cannot be created.
    CONSTRUCTOR_THREW("ask the plugin's author; a constructor should do nothing that can fail"),
    /// The plugin's code does not return.
    TOOK_TOO_LONG("ask the plugin's author; constructors, info() and open() must return at once"),
    /// What the protocol says of itself cannot be used.
    BAD_INFO("ask the plugin's author to correct the protocol's info()"),
    /// The protocol declares an option that it cannot have.
    BAD_OPTIONS("ask the plugin's author to rename the option"),
    /// The protocol's service did not open.
    OPEN_THREW("see the message; it is the plugin's own"),
    /// The configuration cannot be used with it.
    BAD_CONFIG("correct the configuration, then: patchbay plugins reload"),
    /// Something of a plugin that is gone goes on.
    STILL_RUNNING("ask the plugin's author to end what it started in Service.close(); only a restart ends it now"),
    /// Something keeps the classes of a plugin that is gone.
    STILL_HELD("ask the plugin's author for what outlives it: threads, thread locals, shutdown hooks; a restart frees the memory"),
    /// A warning: the jar carries the host's api.
    BUNDLES_API("leave the api out of the jar (scope provided, compileOnly); the gateway's is used");

    private final String hint;

    Reason(String hint) {
        this.hint = hint;
    }

    /// {@return what to do about it, in one line}
    public String hint() {
        return hint;
    }
}
