package dev.patchbay.testkit;

import dev.patchbay.gateway.Gateway;
import dev.patchbay.gateway.PluginRow;
import dev.patchbay.gateway.plugin.Remains;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/// What is left of a plugin whose jar was removed, and who is to blame.
record Leftovers(Gateway gateway, PackedPlugin plugin, Patience patience) {

    /// Waits until nothing is left.
    void expectNone() {
        try {
            Awaitility.await()
                    .pollDelay(0, TimeUnit.MILLISECONDS)
                    .pollInterval(20, TimeUnit.MILLISECONDS)
                    .atMost(patience.time())
                    .until(this::isNone);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(String.join("\n", describe()), e);
        }
    }

    private boolean isNone() {
        // Only what the collector has taken away is known to be held by nobody.
        System.gc();
        return gateway.plugins().isEmpty();
    }

    private List<String> describe() {
        List<String> lines = new ArrayList<>();
        lines.add("something of the plugin is left after its jar was removed:");
        for (PluginRow row : gateway.plugins()) {
            lines.add("it is " + row.state() + (row.message().isEmpty() ? "" : ": " + row.message()));
        }
        Remains.threads(plugin.loader()).forEach(lines::add);
        try {
            lines.addAll(Holders.of(plugin.loader()));
        } catch (IOException e) {
            lines.add("what holds its classes cannot be seen: " + e.getMessage());
        }
        return lines;
    }
}
