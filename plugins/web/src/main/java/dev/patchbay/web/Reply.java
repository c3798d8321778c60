package dev.patchbay.web;

import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.Lines;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// The answer of a web server, in HTTP 1.0: a status, headers, and a body that ends with the connection.
///
/// @param status  the code and its words, such as `200 OK`
/// @param headers by name in lower case
record Reply(String status, Map<String, String> headers, Connection connection) {

    private static final int LONGEST_LINE = 1 << 20;
    private static final int MOST_HEADERS = 200;

    /// Asks, and reads the answer up to its body.
    static Reply to(String method, String path, Connection connection) {
        connection.chunks().send(method + " " + encoded(path) + " HTTP/1.0\r\n\r\n");
        Lines lines = connection.lines();
        String[] first = lines.receive().split(" ", 2);
        if (!first[0].startsWith("HTTP/") || first.length < 2) {
            throw ConnectionException.violation("an answer that is not HTTP");
        }
        Map<String, String> headers = new TreeMap<>();
        for (String line = lines.receive(); !line.isEmpty(); line = lines.receive()) {
            int colon = line.indexOf(':');
            if (colon < 0 || headers.size() == MOST_HEADERS) {
                throw ConnectionException.violation("headers that are not HTTP");
            }
            headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
        }
        return new Reply(first[1], headers, connection);
    }

    private static String encoded(String path) {
        try {
            return new URI(null, null, path.startsWith("/") ? path : "/" + path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + path + "' is no path: " + e.getReason(), e);
        }
    }

    boolean isGood() {
        return status.startsWith("2");
    }

    String type() {
        return headers.getOrDefault("content-type", "application/octet-stream");
    }

    boolean isText() {
        return type().startsWith("text/");
    }

    /// Gives the lines of the body on, as they come: there may be more than the memory holds.
    void forEachLine(Consumer<String> action) {
        for (Lines lines = connection.lines(LONGEST_LINE); lines.hasNext(); ) {
            action.accept(lines.receive());
        }
    }

    /// {@return how many bytes the body has, which are read and dropped}
    long size() throws IOException {
        return connection.content().receiveSome(Long.MAX_VALUE, new Nowhere());
    }

    private static final class Nowhere implements WritableByteChannel {

        @Override
        public int write(ByteBuffer source) {
            int size = source.remaining();
            source.position(source.limit());
            return size;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
