package dev.patchbay.gateway.live;

import dev.patchbay.gateway.plugin.Faults;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/// Looks at the plugin folder every second, and more often while something in it changes. The sizes and times of a few hundred
/// files cost less than a millisecond, on every file system and however the folder is replaced, which notifications do not offer.
public final class Watch {

    private static final Logger LOG = System.getLogger("patchbay.plugins");
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofMillis(250);

    private final Deployment deployment;
    private final Thread thread = Thread.ofPlatform().daemon().name("patchbay-watch").unstarted(this::run);

    private Watch(Deployment deployment) {
        this.deployment = deployment;
    }

    /// {@return a new one, whose thread runs}
    public static Watch start(Deployment deployment) {
        Watch watch = new Watch(deployment);
        watch.thread.start();
        return watch;
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(follow() ? PERIOD : SOON);
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    /// A mistake of ours in one look must not be the last.
    private boolean follow() {
        try {
            return deployment.follow();
        } catch (RuntimeException | Error e) {
            Faults.passOnFatal(e);
            LOG.log(Level.ERROR, "the plugin folder could not be followed", e);
            return true;
        }
    }

    /// Stops looking, after what is being done.
    public void stop() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
