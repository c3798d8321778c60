package dev.patchbay.gateway.plugin;

/// What a look at one candidate found.
sealed interface Finding permits Identified, Rejection {

    /// {@return what is known of the jar}
    Label label();
}
