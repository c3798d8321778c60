package dev.patchbay.filetransfer;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.patchbay.api.Option;
import dev.patchbay.api.ServiceContext;
import java.io.IOException;
import java.nio.file.Files;
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

    /// {@return where a file of this name goes}
    ///
    /// @throws Refusal if there is one that must stay
    Path target(FileName name) {
        Path target = folder.path(name);
        if (!overwrite && Files.exists(target, NOFOLLOW_LINKS)) {
            throw Publication.exists(target);
        }
        return target;
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
