package dev.patchbay.testkit;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The newest part of what was said between a peer and a server, to be shown when a test fails. Safe for all threads.
final class Transcript {

    private static final int LINES = 20;
    private static final int BYTES = 200;

    /// Made readable only when somebody reads them.
    private final Deque<Supplier<String>> lines = new ArrayDeque<>();

    private int dropped;

    void sent(byte[] bytes) {
        add("  -> ", bytes);
    }

    void received(byte[] bytes) {
        add("  <- ", bytes);
    }

    private void add(String mark, byte[] bytes) {
        byte[] head = Arrays.copyOf(bytes, Math.min(BYTES, bytes.length));
        String more = bytes.length > BYTES ? "... (" + bytes.length + " bytes)" : "";
        add(() -> mark + VisibleBytes.of(head) + more);
    }

    /// Notes what is not bytes.
    void happened(String what) {
        add(() -> "  -- " + what);
    }

    private synchronized void add(Supplier<String> line) {
        lines.add(line);
        if (lines.size() > LINES) {
            lines.remove();
            dropped++;
        }
    }

    /// {@return the lines, under a heading, without an end of the last one}
    @Override
    public synchronized String toString() {
        if (lines.isEmpty()) {
            return "nothing was said before";
        }
        String before = dropped > 0 ? "  (" + dropped + " lines before these)\n" : "";
        return "the conversation before, -> sent, <- received:\n" + before + lines.stream().map(Supplier::get).collect(Collectors.joining("\n"));
    }
}
