package dev.patchbay.bbs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Where the direct messages to a user are kept.
final class Mailbox {

    /// Leaves room for the prefix: a journal's name has at most 255 bytes.
    private static final int LONGEST_IN_FULL = 200;

    private Mailbox() {}

    /// {@return the name of the journal of a user's direct messages, different for different users}
    static String journalName(String user) {
        byte[] bytes = user.getBytes(UTF_8);
        return bytes.length <= LONGEST_IN_FULL ? "dm:" + user : "dm-sha256:" + digest(bytes);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
