package dev.patchbay.testkit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Lets tests that await something look every few milliseconds: Awaitility's own tenth of a second adds up to minutes.
///
/// JUnit finds it by itself where `junit.jupiter.extensions.autodetection.enabled` is set, as in this build.
public final class ShortPolls implements BeforeAllCallback {

    /// For JUnit.
    public ShortPolls() {}

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultPollInterval(Duration.ofMillis(5));
    }
}
