package dev.patchbay.api;

import dev.patchbay.api.Stable.Implementer;
import dev.patchbay.api.client.Item;
import dev.patchbay.api.journal.Journal;
import dev.patchbay.api.journal.Topic;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;

/// What the host gives to one service: its options, and everything that a service would otherwise have to make and clean up
/// itself. What is obtained here is closed with the service, so a service needs to close none of it.
///
/// All methods may be called from any thread, until the service is closed.
///
/// ```java
/// public Service open(ServiceContext context) {
///     Journal board = context.journal("board");
///     int size = context.option(SIZE);
///     return StreamService.of(peer -> ...);
/// }
/// ```
///
/// Not for implementation by plugins: it grows.
@Stable(since = "1.0", implementedBy = Implementer.HOST)
public interface ServiceContext {

    /// {@return the value of an option for this listener: what the operator configured, else the default}
    ///
    /// @throws IllegalArgumentException if the option is not among those that [ProtocolInfo#options] declares
    <T> T option(Option<T> option);

    /// {@return a durable, ordered log}
    ///
    /// The name counts within the plugin: all its protocols, listeners and generations that use one name share one journal. A
    /// journal to which nothing was appended costs nothing, so a name may be made from a user's.
    ///
    /// @param name 1 to 255 bytes of UTF-8
    Journal journal(String name);

    /// {@return a fan-out to whoever listens now}
    ///
    /// The name counts within the plugin: all its protocols, listeners and generations that use one name share one topic.
    ///
    /// @param name 1 to 255 bytes of UTF-8
    Topic topic(String name);

    /// {@return where the protocols of this gateway can be reached at this moment; still without those that open later}
    List<ListenerInfo> listeners();

    /// {@return a folder for files of this plugin, shared by its protocols; it exists}
    Path dataFolder();

    /// {@return a log under the plugin's name; remote text in messages is escaped by it}
    System.Logger logger();

    /// Shows something that has happened, such as a file that arrived, to a person who hosts this service at a REPL. A gateway that serves
    /// unwatched shows nothing: what has to be kept belongs in the [log][#logger] or in a [journal][#journal].
    ///
    /// @param item what happened; remote text in it is escaped by whoever shows it
    default void report(Item item) {}

    /// {@return the time; replaceable in tests}
    Clock clock();

    /// {@return a source of randomness; replaceable in tests, safe for all threads, not for secrets}
    RandomGenerator random();

    /// {@return virtual threads for work that should not hold up a handler; shut down with the service}
    ///
    /// Prefer it to virtual threads of your own: one that a handler starts may share a thread of the system with that handler's connection,
    /// and others.
    ExecutorService executor();

    /// {@return a timer for short tasks; shut down with the service}
    ScheduledExecutorService scheduler();
}
