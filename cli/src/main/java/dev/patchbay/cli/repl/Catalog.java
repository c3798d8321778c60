package dev.patchbay.cli.repl;

import dev.patchbay.api.Protocol;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The protocols that the plugins of this REPL speak. They are loaded while the user reads the welcome, and those of a plugin that
/// is dropped in later when somebody asks.
final class Catalog {

    private final Supplier<List<Protocol>> present;
    private volatile List<Protocol> known = List.of();

    /// @param present gives those that there are, and may wait until they are loaded
    Catalog(Supplier<List<Protocol>> present) {
        this.present = present;
        Thread.ofVirtual().name("patchbay-catalog").start(this::all);
    }

    /// Waits until they are loaded.
    List<Protocol> all() {
        List<Protocol> all = present.get().stream()
                .sorted(Comparator.comparing(protocol -> protocol.info().id()))
                .toList();
        known = all;
        return all;
    }

    Optional<Protocol> find(String id) {
        return all().stream().filter(protocol -> protocol.info().id().equals(id)).findFirst();
    }

    /// {@return the ids, as far as they are known by now}
    List<String> ids() {
        return known.stream().map(protocol -> protocol.info().id()).toList();
    }

    /// {@return the ids of those that do not announce themselves}
    List<String> silent() {
        return all().stream()
                .map(Protocol::info)
                .filter(info -> !info.announced() && info.defaultPort().isPresent())
                .map(info -> info.id())
                .toList();
    }
}
