package dev.patchbay.gateway.plugin;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Who has which id. The first one keeps it; only what was loaded claims, so a broken jar keeps no other out.
final class Claims {

    private final Map<String, String> jarsOfPlugins = new HashMap<>();
    private final Map<String, String> jarsOfProtocols = new HashMap<>();

    /// {@return the problem that this plugin id is taken}
    Optional<Problem> pluginProblem(String id) {
        return Optional.ofNullable(jarsOfPlugins.get(id))
                .map(jar -> new Problem(Reason.DUPLICATE_ID, "the Plugin-Id '" + id + "' is that of " + jar + " too"));
    }

    /// {@return the problem that this protocol id is taken}
    Optional<Problem> protocolProblem(String id) {
        return Optional.ofNullable(jarsOfProtocols.get(keyOf(id)))
                .map(jar -> new Problem(Reason.DUPLICATE_PROTOCOL, "the protocol '" + id + "' is provided by " + jar + " already"));
    }

    void plugin(Label label) {
        jarsOfPlugins.put(label.id(), label.jar());
    }

    void protocol(String id, Label label) {
        jarsOfProtocols.put(keyOf(id), label.jar());
    }

    /// Protocol ids are schemes of URIs, which know no case.
    private static String keyOf(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
