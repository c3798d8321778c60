package dev.patchbay.api.journal;

import dev.patchbay.api.Stable;
import dev.patchbay.api.Stable.Implementer;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.Message;
import org.jspecify.annotations.Nullable;

/// Fan-out to whoever listens now: at most once, nothing is kept, nobody is waited for. What must not be lost goes into a
/// [Journal].
///
/// A topic is named within its plugin and shared by all protocols, listeners and generations of the plugin. Any thread may
/// publish.
///
/// ```java
/// try (Subscription _ = topic.subscribe(peer)) {
///     while (peer.lines().hasNext()) {
///         topic.publish(Message.text(peer.lines().receive() + "\n"), peer);
///     }
/// }
/// ```
///
/// Not for implementation by plugins.
@Stable(since = "1.0", implementedBy = Implementer.HOST)
public interface Topic {

    /// Sends every message published from now on to a connection, until the subscription is closed or the connection ends. A
    /// peer that does not read is disconnected.
    ///
    /// To be called by the thread that serves the connection: what was sent to it before, its banner for example, leaves now, so that
    /// no message of the topic overtakes it.
    Subscription subscribe(Connection receiver);

    /// Sends a message to all subscribers but one, and returns at once. Everyone sees the messages of one publishing thread in
    /// the order in which it published them.
    ///
    /// @param message what to send
    /// @param except  who does not get it, for example who said it; null for nobody
    /// @return how many connections took it
    int publish(Message message, @Nullable Connection except);

    /// Sends a message to all subscribers, and returns at once.
    ///
    /// @return how many connections took it
    default int publish(Message message) {
        return publish(message, null);
    }
}
