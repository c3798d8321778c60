package dev.patchbay.cli.repl;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.client.Console;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// Receives files in the lab's plain format into a folder, until the user interrupts it: the service of the plugin that has it, hosted here. What
/// a file may be called, and that none is replaced, is that plugin's affair.
record FileReceiver(Catalog catalog, LocalGateway gateway, Console console) {

    private static final String PROTOCOL = "filetransfer-plain";
    private static final String FOLDER = "folder";

    void listen(InetSocketAddress address, String typedFolder) throws CommandFailure {
        Path folder = folder(typedFolder);
        Protocol protocol = catalog.find(PROTOCOL)
                .orElseThrow(() -> CommandFailure.unreachable("no plugin here receives files: " + PROTOCOL + " is missing"));
        try (Closeable _ = gateway.serve(protocol, address, Map.of(FOLDER, folder.toString()), console::print)) {
            Listening.announce(console, address, "files go to " + folder + "; Ctrl-C ends it");
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            // The one way to end it, which is no failure.
        } catch (IOException e) {
            throw CommandFailure.unreachable("cannot receive files on " + Address.label(address) + ": " + e.getMessage());
        }
    }

    private static Path folder(String typed) {
        try {
            Path folder = typed.startsWith("~/") ? Path.of(System.getProperty("user.home"), typed.substring(2)) : Path.of(typed);
            if (Files.isDirectory(folder)) {
                return folder.toAbsolutePath().normalize();
            }
        } catch (InvalidPathException e) {
            // Not a folder either.
        }
        throw new IllegalArgumentException("there is no folder " + typed + ": make it first, or name another");
    }
}
