package dev.patchbay.gateway;

import dev.patchbay.gateway.live.Deployment;
import dev.patchbay.gateway.live.Retired;
import dev.patchbay.gateway.plugin.Flaw;
import dev.patchbay.gateway.plugin.Label;
import dev.patchbay.gateway.plugin.Plugin;
import dev.patchbay.gateway.plugin.PluginEntry;
import dev.patchbay.gateway.plugin.PluginProtocol;
import dev.patchbay.gateway.plugin.Plugins;
import dev.patchbay.gateway.plugin.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/// Makes the rows of the plugins table.
record PluginTable(Plugins plugins, Deployment deployment) {

    /// What is left of versions before comes after the present one.
    private static final Comparator<PluginRow> ORDER =
            Comparator.comparing((PluginRow row) -> !row.jar().equals(Plugins.CLASS_PATH)).thenComparing(PluginRow::jar);

    /// {@return what is served and what is rejected, and after each jar what is left of versions before}
    List<PluginRow> rows() {
        Stream<PluginRow> present = plugins.entries().stream().flatMap(entry -> rows(entry, deployment::leases));
        Stream<PluginRow> past = deployment.retired().stream().map(PluginTable::row);
        return Stream.concat(present, past).sorted(ORDER).toList();
    }

    /// {@return rows of plugins that are loaded only}
    static List<PluginRow> rows(List<PluginEntry> entries) {
        return entries.stream().flatMap(entry -> rows(entry, _ -> 0)).toList();
    }

    private static Stream<PluginRow> rows(PluginEntry entry, ToIntFunction<Plugin> sessions) {
        Stream<PluginRow> rejected = entry.flaws().stream()
                .map(flaw -> row(entry.label(), "rejected", 0, protocolOf(flaw), Optional.of(flaw.problem())));
        return switch (entry) {
            case Plugin plugin when !usable(plugin).isEmpty() -> Stream.concat(
                    Stream.of(row(plugin.label(), "loaded", sessions.applyAsInt(plugin), usable(plugin), plugin.warning())), rejected);
            default -> rejected;
        };
    }

    private static List<String> usable(Plugin plugin) {
        return plugin.protocols().stream()
                .filter(protocol -> protocol.problem().isEmpty())
                .map(PluginProtocol::info)
                .map(info -> info.id())
                .toList();
    }

    private static List<String> protocolOf(Flaw flaw) {
        return flaw.protocol().isEmpty() ? List.of() : List.of(flaw.protocol());
    }

    private static PluginRow row(Retired retired) {
        return row(retired.label(), retired.state(), retired.leases(), List.of(), retired.problem());
    }

    private static PluginRow row(Label label, String state, int sessions, List<String> protocols, Optional<Problem> problem) {
        return new PluginRow(
                label.id(),
                label.version(),
                label.api(),
                label.jar(),
                label.checksum(),
                state,
                sessions,
                protocols,
                problem.map(found -> found.reason().name()).orElse(""),
                problem.map(Problem::message).orElse(""),
                problem.map(found -> found.reason().hint()).orElse(""));
    }
}
