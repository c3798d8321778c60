package dev.patchbay.filetransfer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a client asks for in one message.
sealed interface Request {

    /// To take a file.
    record Put(long size, Checksum checksum, FileName name) implements Request {}

    /// To send a file, from an offset on.
    record Get(long offset, FileName name) implements Request {}

    /// To name all files.
    record Listing() implements Request {}

    /// To remove a file.
    record Delete(FileName name) implements Request {}

    /// To end.
    record Quit() implements Request {}

    /// Eighteen digits are more bytes than any disk has, and fit into a `long`.
    Pattern PUT = Pattern.compile("put (\\d{1,18}) (\\S+) (.+)", Pattern.DOTALL);

    /// The offset counts from the beginning of the file.
    Pattern GET = Pattern.compile("get (\\d{1,18}) (.+)", Pattern.DOTALL);

    /// The name comes last, so it may hold spaces.
    Pattern DELETE = Pattern.compile("delete (.+)", Pattern.DOTALL);

    /// {@return what a message asks for}
    ///
    /// @throws Refusal if it is none of these; the message says what is
    static Request parse(String message) {
        return switch (message.split(" ", 2)[0]) {
            case "put" -> put(match(PUT, message, "put takes SIZE SHA256 NAME"));
            case "get" -> get(match(GET, message, "get takes OFFSET NAME"));
            case "delete" -> new Delete(new FileName(match(DELETE, message, "delete takes NAME").group(1)));
            case "list" -> alone(message, new Listing());
            case "quit" -> alone(message, new Quit());
            default -> throw new Refusal("a request is put, get, list, delete or quit");
        };
    }

    private static Put put(Matcher put) {
        Optional<Checksum> checksum = Checksum.parse(put.group(2));
        return new Put(
                Long.parseLong(put.group(1)),
                checksum.orElseThrow(() -> new Refusal("a SHA-256 has 64 hexadecimal digits")),
                new FileName(put.group(3)));
    }

    private static Get get(Matcher get) {
        return new Get(Long.parseLong(get.group(1)), new FileName(get.group(2)));
    }

    private static Matcher match(Pattern pattern, String message, String usage) {
        Matcher matcher = pattern.matcher(message);
        if (!matcher.matches()) {
            throw new Refusal(usage);
        }
        return matcher;
    }

    private static Request alone(String message, Request request) {
        if (message.contains(" ")) {
            throw new Refusal(message.split(" ", 2)[0] + " takes nothing");
        }
        return request;
    }
}
