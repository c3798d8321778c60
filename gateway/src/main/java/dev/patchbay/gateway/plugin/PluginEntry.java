package dev.patchbay.gateway.plugin;

import java.util.List;

/// What became of one candidate in the plugin folder.
public sealed interface PluginEntry permits Plugin, Rejection {

    /// {@return what is known of the jar}
    Label label();

    /// {@return what of it is not used, and why}
    List<Flaw> flaws();
}
