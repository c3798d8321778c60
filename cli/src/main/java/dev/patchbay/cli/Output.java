package dev.patchbay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A stream for results that knows why it could not be written; other print streams only know that it was so.
///
/// Text is UTF-8, whatever the locale of the system says: so it is on every wire here.
public final class Output extends PrintStream {

    private final Sink sink;

    /// Creates a stream that is flushed by whoever prints.
    public Output(OutputStream out) {
        this(new Sink(out));
    }

    private Output(Sink sink) {
        super(sink, false, UTF_8);
        this.sink = sink;
    }

    /// {@return why something was not written, if so}
    Optional<String> failure() {
        flush();
        return Optional.ofNullable(sink.failure);
    }

    /// {@return whether whoever was reading has had enough, as `head` has}
    boolean unread() {
        return failure().filter(reason -> reason.toLowerCase(Locale.ROOT).contains("pipe")).isPresent();
    }

    private static final class Sink extends FilterOutputStream {

        private volatile @Nullable String failure;

        Sink(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                failure = String.valueOf(e.getMessage());
                throw e;
            }
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }
    }
}
