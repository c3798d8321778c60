package dev.patchbay.testkit;

import dev.patchbay.gateway.Gateway;
import dev.patchbay.gateway.PluginRow;
import dev.patchbay.gateway.plugin.Remains;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/// What is left of a plugin whose jar was removed, and who is to blame.
record Leftovers(Gateway gateway, PackedPlugin plugin, Patience patience) {

    /// After that it is worth the effort to look for somebody who holds it.
    private static final Patience SOON = new Patience(Duration.ofSeconds(2));

    /// Waits until nothing is left.
    void expectNone() {
        if (isNoneWithin(SOON) || isNotHeld() || isNoneWithin(patience)) {
            return;
        }
        throw new AssertionError(String.join("\n", describe()));
    }

    private boolean isNoneWithin(Patience time) {
        try {
            Awaitility.await()
                    .pollDelay(0, TimeUnit.MILLISECONDS)
                    .pollInterval(20, TimeUnit.MILLISECONDS)
                    .atMost(time.time())
                    .until(this::isNone);
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    private boolean isNone() {
        // Only what the collector has taken away is known to be held by nobody.
        System.gc();
        return gateway.plugins().isEmpty();
    }

    /// Whether the collector may take it away, and just does not see why it should.
    private boolean isNotHeld() {
        return gateway.plugins().stream().allMatch(row -> row.state().equals("closed")) && holders().isEmpty();
    }

    private List<String> describe() {
        List<String> lines = new ArrayList<>();
        lines.add("something of the plugin is left after its jar was removed:");
        for (PluginRow row : gateway.plugins()) {
            lines.add("it is " + row.state() + (row.message().isEmpty() ? "" : ": " + row.message()));
        }
        lines.addAll(Remains.threads(plugin.loader()));
        lines.addAll(holders());
        return lines;
    }

    private List<String> holders() {
        try {
            return Holders.of(plugin.loader());
        } catch (IOException e) {
            return List.of("what holds its classes cannot be seen: " + e.getMessage());
        }
    }
}
