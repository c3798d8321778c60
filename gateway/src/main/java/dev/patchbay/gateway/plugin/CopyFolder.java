package dev.patchbay.gateway.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
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

    /// Copies a candidate's jars. Each is looked at before and after, so that a jar that still grows is not taken for a whole one.
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
            return copy(candidate.jars(), Files.createTempDirectory(folder, "copying"));
        } catch (IOException e) {
            return Check.failed(Reason.NOT_COPIED, "no copy can be made in " + folder + " (" + Faults.describe(e) + ")");
        }
    }

    private Check<PrivateCopy> copy(List<Path> jars, Path target) throws IOException {
        MessageDigest digest = sha256();
        List<Path> names = new ArrayList<>();
        for (Path jar : jars) {
            BasicFileAttributes before = Files.readAttributes(jar, BasicFileAttributes.class);
            Path name = jar.getFileName();
            if (jars.size() > 1) {
                digest.update((name + "\0").getBytes(StandardCharsets.UTF_8));
            }
            copy(jar, target.resolve(name), digest);
            BasicFileAttributes after = Files.readAttributes(jar, BasicFileAttributes.class);
            if (before.size() != after.size() || !before.lastModifiedTime().equals(after.lastModifiedTime())) {
                delete(target);
                return Check.failed(Reason.STILL_CHANGING, name + " changed while it was read");
            }
            names.add(name);
        }
        String checksum = HexFormat.of().formatHex(digest.digest()).substring(0, CHECKSUM_DIGITS);
        Path home = settle(target, checksum);
        return Check.passed(new PrivateCopy(home, names.stream().map(home::resolve).toList(), checksum));
    }

    private static void copy(Path jar, Path target, MessageDigest digest) throws IOException {
        try (InputStream from = Files.newInputStream(jar);
                OutputStream to = new DigestOutputStream(Files.newOutputStream(target), digest)) {
            from.transferTo(to);
        }
    }

    /// The same bytes twice in the plugin folder get two copies: the second is going to be rejected, and takes its copy with it.
    private Path settle(Path target, String checksum) throws IOException {
        Path home = folder.resolve(checksum);
        for (int twin = 2; Files.exists(home); twin++) {
            home = folder.resolve(checksum + "-" + twin);
        }
        return Files.move(target, home, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Deletes a copy; what cannot be deleted now is swept by the next run.
    static void delete(Path copy) {
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
