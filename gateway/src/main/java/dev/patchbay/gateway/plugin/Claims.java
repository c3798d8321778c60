package dev.patchbay.gateway.plugin;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Which protocols are taken, and by whose jar. Protocol ids are schemes of URIs, which know no case.
final class Claims {

    private final Map<String, String> jars = new HashMap<>();

    Claims(Collection<Plugin> plugins) {
        for (Plugin plugin : plugins) {
            plugin.protocols().forEach(protocol -> jars.put(keyOf(protocol.info().id()), plugin.label().jar()));
        }
    }

    /// Claims a protocol, and returns the problem that somebody has it.
    Optional<Flaw> claim(String id, Label label) {
        String owner = jars.putIfAbsent(keyOf(id), label.jar());
        return Optional.ofNullable(owner)
                .map(jar -> new Flaw(id, new Problem(Reason.DUPLICATE_PROTOCOL, "the protocol '" + id + "' is provided by " + jar + " already")));
    }

    private static String keyOf(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
