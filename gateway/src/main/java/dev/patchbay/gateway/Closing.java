package dev.patchbay.gateway;

import dev.patchbay.gateway.plugin.Faults;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;

/// What has been opened and must be closed, last first. A part that fails to close does not keep the others from it.
final class Closing implements AutoCloseable {

    private static final Logger LOG = System.getLogger("patchbay.gateway");

    private final ArrayDeque<Step> steps = new ArrayDeque<>();

    /// Adds a part, and returns it.
    <T extends AutoCloseable> T add(T part) {
        steps.push(part::close);
        return part;
    }

    /// Adds something to do at this point.
    void then(Step step) {
        steps.push(step);
    }

    /// Something to do while closing.
    @FunctionalInterface
    interface Step {
        void run() throws Exception;
    }

    @Override
    public void close() {
        while (!steps.isEmpty()) {
            try {
                steps.pop().run();
            } catch (InterruptedException e) {
                // Whoever closes is in a hurry: the rest is closed without waiting.
                Thread.currentThread().interrupt();
            } catch (Throwable e) {
                Faults.passOnFatal(e);
                LOG.log(Level.WARNING, "while closing: " + Faults.describe(e));
            }
        }
    }
}
