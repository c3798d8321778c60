package dev.patchbay.cli.repl;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.ConnectionException.Reason;
import dev.patchbay.api.wire.Transport;
import dev.patchbay.api.wire.Wait;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Predicate;

/// What a server says first, without being asked. It stays in the connection for whoever reads next.
///
/// @param bytes what it said; possibly nothing
/// @param ended whether it has closed the connection after that
record FirstWords(ByteBuffer bytes, boolean ended) {

    /// No banner is longer, and nobody needs more to recognise a protocol.
    private static final int ENOUGH = 16 * 1024;

    private static final int HEADER_SIZE = 4;
    private static final int SHOWN = 60;

    /// Waits until enough has arrived, or the time is over, which is measured anew once something has arrived.
    static FirstWords await(Transport transport, Duration limit, Predicate<ByteBuffer> enough) throws InterruptedException {
        Listener listener = new Listener(transport, enough);
        Thread thread = Thread.ofVirtual().name("patchbay-listen").start(listener);
        try {
            if (!thread.join(limit) && listener.heard) {
                thread.join(limit);
            }
        } finally {
            // The buffers have one handler at a time: this thread again, once the other has ended.
            end(thread);
        }
        return new FirstWords(copy(transport.input()), listener.ended);
    }

    private static void end(Thread thread) throws InterruptedException {
        boolean interrupted = Thread.interrupted();
        thread.interrupt();
        thread.join();
        if (interrupted) {
            throw new InterruptedException();
        }
    }

    private static ByteBuffer copy(ByteBuffer input) {
        byte[] bytes = new byte[Math.min(input.remaining(), ENOUGH)];
        input.get(input.position(), bytes);
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    /// {@return whether it said nothing}
    boolean isEmpty() {
        return !bytes.hasRemaining();
    }

    /// {@return the beginning as text, without the header if there is one: a person wants to read the banner}
    String excerpt() {
        String text = UTF_8.decode(bytes.duplicate()).toString();
        String body = text.matches("(?s)\\d{4}.+") ? text.substring(HEADER_SIZE) : text;
        int shown = Math.min(SHOWN, body.codePointCount(0, body.length()));
        int end = body.offsetByCodePoints(0, shown);
        return end == body.length() ? body : body.substring(0, end) + "...";
    }

    /// Reads until enough is there. Interrupting it leaves the connection as it is.
    private static final class Listener implements Runnable {

        private final Transport transport;
        private final Predicate<ByteBuffer> enough;
        private volatile boolean heard;
        private volatile boolean ended;

        Listener(Transport transport, Predicate<ByteBuffer> enough) {
            this.transport = transport;
            this.enough = enough;
        }

        @Override
        public void run() {
            try {
                while (!ended) {
                    int there = transport.input().remaining();
                    ended = transport.fill(there + 1, Wait.NEXT_MESSAGE) == there;
                    heard = true;
                    ByteBuffer received = transport.input().asReadOnlyBuffer();
                    if (received.remaining() >= ENOUGH || enough.test(received)) {
                        return;
                    }
                }
            } catch (ConnectionException e) {
                ended = e.reason() != Reason.INTERRUPTED;
            }
        }
    }
}
