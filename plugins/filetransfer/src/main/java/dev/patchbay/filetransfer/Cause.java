package dev.patchbay.filetransfer;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// What went wrong with a file, in words that do not tell the peer where it is.
final class Cause {

    private Cause() {}

    static String of(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "the file is not there";
            case AccessDeniedException _ -> "the file may not be touched";
            case FileSystemException system when system.getReason() != null -> system.getReason();
            case FileSystemException _ -> "the file system does not do that";
            default -> String.valueOf(e.getMessage());
        };
    }
}
