package dev.patchbay.gateway.listen;

import dev.patchbay.gateway.plugin.Faults;

/// A failure of a plugin's code, as text. The plugin's own exception stays behind: kept anywhere in the host it would hold the
/// plugin's class loader.
final class PluginFault extends Exception {

    PluginFault(String plugin, Throwable cause) {
        super(plugin + " failed: " + Faults.describe(cause) + where(cause), null, false, false);
    }

    /// The place is what an author needs, and one line is what an operator wants.
    private static String where(Throwable cause) {
        StackTraceElement[] frames = cause.getStackTrace();
        return frames.length == 0 ? "" : " at " + frames[0].getFileName() + ":" + frames[0].getLineNumber();
    }
}
