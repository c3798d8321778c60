package dev.patchbay.cli;

import dev.patchbay.api.Protocol;
import dev.patchbay.gateway.PluginFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// The plugins as the REPL uses them, loaded when it says so. Their private copies are of this process alone.
final class PluginShelf implements AutoCloseable {

    private final TemporaryFolder copies;
    private final CompletableFuture<Void> go = new CompletableFuture<>();
    private final CompletableFuture<PluginFolder> folder;

    PluginShelf(Path plugins) {
        try {
            copies = TemporaryFolder.create();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        folder = go.thenApplyAsync(_ -> PluginFolder.load(plugins, copies.path().resolve("plugins")));
        // While nobody waits for it.
        var _ = folder.thenRunAsync(copies::sweep);
    }

    /// Lets them be loaded, on another thread. Calling it again does nothing.
    void load() {
        go.complete(null);
    }

    @Override
    public void close() {
        load();
        folder.join().close();
        try {
            copies.close();
        } catch (IOException e) {
            // It lies in the folder for temporary files, which others clean.
        }
    }

    CompletableFuture<PluginFolder> folder() {
        return folder;
    }

    /// {@return the protocols of the plugins as they are in the folder now; waits until they are loaded}
    List<Protocol> protocols() {
        load();
        PluginFolder loaded = folder.join();
        loaded.refresh();
        return loaded.protocols();
    }
}
