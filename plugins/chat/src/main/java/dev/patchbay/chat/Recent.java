package dev.patchbay.chat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The last entries of a transcript, to tell later what is new: a server may have more than the memory holds.
final class Recent {

    private static final int MOST = 1000;

    private final Deque<String> entries = new ArrayDeque<>();

    void add(String entry) {
        if (entries.size() == MOST) {
            entries.remove();
        }
        entries.add(entry);
    }

    List<String> entries() {
        return List.copyOf(entries);
    }
}
