package dev.patchbay.gateway.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/// Keeps the private copies of plugins, each in a folder named by its checksum. Nobody else may use the same folder at the
/// same time: what an earlier run left in it is swept away.
final class CopyFolder {

    private static final int CHECKSUM_DIGITS = 12;
    private static final Pattern LEFTOVER = Pattern.compile("[0-9a-f]{12}(-\\d+)?|copying\\d+");

    private final Path folder;

    CopyFolder(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /// Deletes the copies that an earlier run left behind.
    void sweep() {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, CopyFolder::isLeftover)) {
            leftovers.forEach(CopyFolder::delete);
        } catch (IOException e) {
            // Nothing was left, or it cannot be seen: copying will tell if that matters.
        }
    }

    private static boolean isLeftover(Path path) {
        return LEFTOVER.matcher(path.getFileName().toString()).matches();
    }

    /// Copies a candidate's jars. They are looked at before and after, so that a jar that still grows is not taken for a whole one.
    Check<PrivateCopy> copy(Candidate candidate) {
        if (candidate.jars().isEmpty()) {
            return Check.failed(Reason.NO_JAR, "no jar can be seen in the folder " + candidate.name());
        }
        for (Path jar : candidate.jars()) {
            if (!Files.isRegularFile(jar) || !Files.isReadable(jar)) {
                return Check.failed(Reason.NOT_READABLE, jar.getFileName() + " is not a file that can be read");
            }
        }
        try {
            Files.createDirectories(folder);
            return copy(candidate, Files.createTempDirectory(folder, "copying"));
        } catch (IOException e) {
            return Check.failed(Reason.NOT_COPIED, "no copy can be made in " + folder + " (" + Faults.describe(e) + ")");
        }
    }

    private Check<PrivateCopy> copy(Candidate candidate, Path target) throws IOException {
        Stamp before = Stamp.of(candidate);
        try {
            String checksum = copy(candidate.jars(), target);
            if (Stamp.of(candidate).equals(before)) {
                Path home = settle(target, checksum);
                List<Path> jars = candidate.jars().stream().map(jar -> home.resolve(jar.getFileName())).toList();
                return Check.passed(new PrivateCopy(home, jars, checksum));
            }
        } catch (IOException e) {
            if (Stamp.of(candidate).equals(before)) {
                throw e;
            }
        } finally {
            delete(target);
        }
        return Check.failed(Reason.STILL_CHANGING, candidate.name() + " changed while it was read");
    }

    /// Copies jars, and returns the checksum of them all.
    private static String copy(List<Path> jars, Path target) throws IOException {
        MessageDigest digest = sha256();
        for (Path jar : jars) {
            Path name = jar.getFileName();
            if (jars.size() > 1) {
                digest.update((name + "\0").getBytes(StandardCharsets.UTF_8));
            }
            copy(jar, target.resolve(name), digest);
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, CHECKSUM_DIGITS);
    }

    private static void copy(Path jar, Path target, MessageDigest digest) throws IOException {
        try (InputStream from = Files.newInputStream(jar);
                OutputStream to = new DigestOutputStream(Files.newOutputStream(target), digest)) {
            from.transferTo(to);
        }
    }

    /// The same bytes twice get two copies: whoever rejects the second deletes it, and the first is in use.
    private synchronized Path settle(Path target, String checksum) throws IOException {
        Path home = folder.resolve(checksum);
        for (int twin = 2; Files.exists(home); twin++) {
            home = folder.resolve(checksum + "-" + twin);
        }
        return Files.move(target, home, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Deletes a copy; what cannot be deleted now is swept by the next run.
    static void delete(Path copy) {
        if (!Files.exists(copy)) {
            return;
        }
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(copy)) {
            for (Path jar : jars) {
                Files.deleteIfExists(jar);
            }
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            // On a system that locks open files a jar may outlive its loader for a while.
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
