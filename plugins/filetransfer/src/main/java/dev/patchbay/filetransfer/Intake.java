package dev.patchbay.filetransfer;

import dev.patchbay.api.Option;
import dev.patchbay.api.ServiceContext;
import java.io.IOException;
import java.nio.file.Path;

/// What is taken into a folder, as the operator of a listener allows it.
///
/// @param folder    the folder
/// @param maxSize   the largest file, in bytes
/// @param overwrite whether a file may take the place of another
record Intake(SharedFolder folder, long maxSize, boolean overwrite) {

    static final Option<Path> FOLDER = Option.path("folder", Path.of(""), "the folder that is shared; if not set, files in the plugin's data folder");
    static final Option<Long> MAX_SIZE = Option.size("max-size", 10_000_000_000L, "the largest file that is taken");
    static final Option<Boolean> OVERWRITE = Option.flag("overwrite", false, "whether a file may be replaced by another of its name");

    /// {@return the intake of a listener}
    ///
    /// @throws IOException if the folder cannot be used
    static Intake of(ServiceContext context) throws IOException {
        Path configured = context.option(FOLDER);
        Path folder = configured.toString().isEmpty() ? context.dataFolder().resolve("files") : configured;
        try {
            SharedFolder shared = new SharedFolder(folder, context.clock());
            return new Intake(shared, context.option(MAX_SIZE), context.option(OVERWRITE));
        } catch (IOException e) {
            throw new IOException("cannot share the folder " + folder + ": set 'folder' to one that the gateway may write to (" + e + ")", e);
        }
    }

    /// Checks that a file may get this name, which others may make untrue while its content comes.
    ///
    /// @throws Refusal if it may not
    void checkName(FileName name) throws IOException {
        folder.checkFree(name, overwrite);
    }

    /// Gives a complete part its name.
    ///
    /// @throws Refusal if it may not have it; the part stays
    void publish(Part part, FileName name) throws IOException {
        folder.publish(part, name, overwrite);
    }

    /// Checks a size that was announced.
    void checkSize(long size) {
        if (size > maxSize) {
            throw new Refusal("a file has at most " + maxSize + " bytes here, not " + size);
        }
    }

    /// Checks that so many bytes more fit, which others may make untrue while they come.
    void checkRoom(long more) throws IOException {
        if (more > folder.room()) {
            throw new Refusal("the disk has no room for " + more + " bytes more");
        }
    }
}
