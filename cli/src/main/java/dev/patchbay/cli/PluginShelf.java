package dev.patchbay.cli;

import dev.patchbay.api.Protocol;
import dev.patchbay.gateway.PluginFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// The plugins as the REPL uses them, loaded while the user reads the welcome. Their private copies are of this process alone.
final class PluginShelf implements AutoCloseable {

    private final TemporaryFolder copies;
    private final CompletableFuture<PluginFolder> folder;

    PluginShelf(Path plugins) {
        try {
            copies = TemporaryFolder.create();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        folder = CompletableFuture.supplyAsync(() -> PluginFolder.load(plugins, copies.path().resolve("plugins")));
        // While nobody waits for it.
        var _ = folder.thenRunAsync(copies::sweep);
    }

    @Override
    public void close() {
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
        PluginFolder loaded = folder.join();
        loaded.refresh();
        return loaded.protocols();
    }
}
