package dev.patchbay.cli.repl;

import dev.patchbay.api.Protocol;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The protocols that the plugins of this REPL speak. They are loaded while the user reads the welcome.
final class Catalog {

    private final CompletableFuture<List<Protocol>> loading;

    Catalog(CompletableFuture<List<Protocol>> loading) {
        this.loading = loading.thenApply(protocols -> protocols.stream()
                .sorted(Comparator.comparing(protocol -> protocol.info().id()))
                .toList());
    }

    /// Waits until they are loaded.
    List<Protocol> all() {
        return loading.join();
    }

    Optional<Protocol> find(String id) {
        return all().stream().filter(protocol -> protocol.info().id().equals(id)).findFirst();
    }

    /// {@return the ids, as far as they are known by now}
    List<String> ids() {
        return loading.getNow(List.of()).stream().map(protocol -> protocol.info().id()).toList();
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
