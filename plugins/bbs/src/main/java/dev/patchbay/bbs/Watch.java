package dev.patchbay.bbs;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Tells what is new on a board, by asking again and again: the server may not speak unasked.
final class Watch {

    private static final int PAUSE_SECONDS = 2;

    private final RemoteBoard board;
    private final Consumer<String> news;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /// Creates a watch for which everything on the board now is old.
    Watch(RemoteBoard board, Consumer<String> news) {
        this.board = board;
        this.news = news;
        board.list(_ -> {});
    }

    /// Watches until it is stopped or interrupted, in a thread of its own.
    void run() throws InterruptedException {
        while (!stopped.await(PAUSE_SECONDS, TimeUnit.SECONDS)) {
            board.news().forEach(news);
        }
    }

    void stop() {
        stopped.countDown();
    }
}
