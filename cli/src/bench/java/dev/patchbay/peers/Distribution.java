package dev.patchbay.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A packed gateway.
record Distribution(Path launcher, Scratch scratch) {

    /// {@return one of its plugins}
    Path plugin(String name) {
        return launcher.resolve("../../plugins").resolve(name + ".jar").normalize();
    }

    /// {@return the gateway with nothing but these plugins, configured like this}
    Peer peer(String name, String title, List<Path> plugins, String config) throws IOException {
        Path folder = scratch.folder(name);
        Path served = Files.createDirectory(folder.resolve("plugins"));
        for (Path plugin : plugins) {
            Files.copy(plugin, served.resolve(plugin.getFileName()));
        }
        Path file = Files.writeString(folder.resolve("patchbay.toml"), "strict = true\n" + config);
        return new Peer(name, title, List.of(
                launcher.toString(), "serve", "--config", file.toString(), "--data", Peer.FOLDER, "--plugins", served.toString()));
    }

    /// {@return a table of the configuration that opens a listener on a free port}
    static String open(String listener) {
        return "[listener.\"" + listener + "\"]\nport = 0\n";
    }

    /// {@return a table of the configuration that leaves a listener out}
    static String close(String listener) {
        return "[listener.\"" + listener + "\"]\nenabled = false\n";
    }
}
