package dev.patchbay.gateway.listen;

import java.io.PrintWriter;
import java.io.StringWriter;

/// A failure of a plugin's code, as text. The plugin's own exception stays behind: kept anywhere in the host it would hold the
/// plugin's class loader.
final class PluginFault extends Exception {

    private final String trace;

    PluginFault(String plugin, Throwable cause) {
        super(plugin + " failed: " + cause, null, false, false);
        StringWriter text = new StringWriter();
        cause.printStackTrace(new PrintWriter(text, true));
        trace = text.toString();
    }

    /// {@return the stack trace, for a debug log}
    String trace() {
        return trace;
    }
}
