package dev.patchbay.gateway.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Where the control socket of a data folder is: in it, as `control.sock`. Systems take about a hundred bytes for the path
/// of a socket; where the folder's is longer, the socket lies in a private folder for temporary files instead, which gateway
/// and client both derive from the data folder.
final class ControlPath {

    private static final int LONGEST = 100;

    private ControlPath() {}

    static Path of(Path data) throws IOException {
        Path real = data.toRealPath();
        Path inside = real.resolve("control.sock");
        if (size(inside) <= LONGEST) {
            return inside;
        }
        Path outside = Path.of(System.getProperty("java.io.tmpdir"), "patchbay-" + digest(real.toString()), "control.sock").toAbsolutePath();
        if (size(outside) > LONGEST) {
            throw new IOException("the path " + data + " is too long for a socket, and so is " + outside + ": give a shorter one with --data");
        }
        return outside;
    }

    /// Checks that the socket's folder belongs to whom the data belongs to: in a folder that everybody may write to, somebody
    /// else may have made one of this name first.
    static void checkOwner(Path socket, Path data) throws IOException {
        Path folder = socket.toAbsolutePath().getParent();
        if (folder == null || !Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(data))) {
            throw new IOException("the folder " + folder + " belongs to somebody else: give a shorter data folder with --data");
        }
    }

    private static int size(Path path) {
        return path.toString().getBytes(UTF_8).length;
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
