package dev.patchbay.bbs;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Tells what is new on a board, by asking for all of it again and again: the server may not speak unasked.
final class Watch {

    private static final int PAUSE_SECONDS = 2;

    private final RemoteBoard board;
    private final Consumer<String> news;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private List<String> seen;

    /// Creates a watch for which everything on the board now is old.
    Watch(RemoteBoard board, Consumer<String> news) {
        this.board = board;
        this.news = news;
        seen = board.list();
    }

    /// Watches until it is stopped or interrupted, in a thread of its own.
    void run() throws InterruptedException {
        while (!stopped.await(PAUSE_SECONDS, TimeUnit.SECONDS)) {
            List<String> now = board.list();
            now.subList(overlap(seen, now), now.size()).forEach(news);
            seen = now;
        }
    }

    void stop() {
        stopped.countDown();
    }

    /// {@return how many entries at the beginning of `now` are those at the end of `before`}
    ///
    /// A board grows at its end and may lose old entries at its beginning; the wire has nothing else to tell entries apart.
    static int overlap(List<String> before, List<String> now) {
        for (int gone = 0; gone < before.size(); gone++) {
            int kept = before.size() - gone;
            if (kept <= now.size() && now.subList(0, kept).equals(before.subList(gone, before.size()))) {
                return kept;
            }
        }
        return 0;
    }
}
