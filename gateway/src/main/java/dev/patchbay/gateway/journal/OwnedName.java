package dev.patchbay.gateway.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

/// The name of a journal or a topic within a plugin.
///
/// @param plugin the id of the plugin
/// @param name   1 to 255 bytes of UTF-8
public record OwnedName(String plugin, String name) {

    static final int MAX_SIZE = 255;

    /// Checks the name.
    public OwnedName {
        checkSize("the name of a journal or topic", name);
    }

    static void checkSize(String what, String text) {
        int size = text.getBytes(UTF_8).length;
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException(what + " has 1 to " + MAX_SIZE + " bytes in UTF-8, not " + size);
        }
    }

    @Override
    public String toString() {
        return plugin + "/" + name;
    }
}
