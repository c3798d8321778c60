package dev.patchbay.api.client;

import dev.patchbay.api.wire.Chunks;
import dev.patchbay.api.wire.Message;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Sends what is typed as lines and shows what arrives as text, line by line; a line without an end, such as a server's prompt, when nothing
/// more of it comes for a moment.
final class RawLines implements ClientSession {

    private static final long MOMENT_MILLIS = 100;

    /// As long as the longest line of other protocols; longer ones are shown in pieces.
    private static final int LONGEST = 8192;

    private static final String END = "";

    private final ClientContext context;
    /// What has arrived, in pieces that are not empty, and then [#END]. Few: a server that sends faster than is shown has to wait.
    private final BlockingQueue<String> pieces = new ArrayBlockingQueue<>(16);

    RawLines(ClientContext context) {
        this.context = context;
        context.background(this::listen);
        context.background(this::show);
    }

    private void listen() throws InterruptedException {
        Chunks chunks = context.connection().chunks();
        try {
            while (chunks.hasNext()) {
                pieces.put(chunks.receive());
            }
        } finally {
            pieces.put(END);
        }
    }

    private void show() throws InterruptedException {
        String open = "";
        while (true) {
            @Nullable String piece = open.isEmpty() ? pieces.take() : pieces.poll(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
            boolean pause = piece == null || piece.equals(END);
            open = showLines(piece == null ? open : open + piece);
            if (!open.isEmpty() && (pause || open.length() > LONGEST)) {
                print(open);
                open = "";
            }
            if (END.equals(piece)) {
                return;
            }
        }
    }

    /// {@return what stands behind the last end of a line}
    private String showLines(String text) {
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            print(text.substring(start, end));
            start = end + 1;
        }
        return text.substring(start);
    }

    private void print(String line) {
        context.console().print(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
    }

    @Override
    public void typed(String line) {
        context.publish(Message.text(line + "\n"));
    }
}
