package dev.patchbay.gateway.plugin;

/// One step from the plugins that there are to those that the folder holds.
public sealed interface Change {

    /// {@return the plugin's id}
    String id();

    /// A plugin that is new.
    ///
    /// @param jar what is known of its jar
    record Add(Label jar) implements Change {
        @Override
        public String id() {
            return jar.id();
        }
    }

    /// Another version of a plugin, or another jar of the same version.
    ///
    /// @param before the plugin
    /// @param jar    what is known of the jar that comes in its place
    record Upgrade(Plugin before, Label jar) implements Change {
        @Override
        public String id() {
            return jar.id();
        }
    }

    /// A plugin whose jar is gone.
    ///
    /// @param before the plugin
    record Remove(Plugin before) implements Change {
        @Override
        public String id() {
            return before.id();
        }
    }
}
