package dev.patchbay.cli.repl;

import java.io.IOException;

/// Says that a session wanted another connection to its server and there is none: the end of the call, and no fault of the plugin.
final class RedialException extends IOException {

    RedialException(String message, Throwable cause) {
        super(message, cause);
    }
}
