package dev.patchbay.gateway.control;

import java.io.IOException;
import java.nio.channels.Channel;
import java.time.Duration;

/// Closes a channel when its time is over, unless it is closed first itself: Unix domain sockets have no time limits of
/// their own.
final class Deadline implements AutoCloseable {

    private final Thread watch;

    Deadline(Channel channel, Duration time) {
        watch = Thread.startVirtualThread(() -> {
            try {
                Thread.sleep(time);
                channel.close();
            } catch (InterruptedException | IOException e) {
                // In time, or nothing left to close.
            }
        });
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
