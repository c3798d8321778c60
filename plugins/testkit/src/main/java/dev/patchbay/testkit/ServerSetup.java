package dev.patchbay.testkit;

import dev.patchbay.api.Protocol;
import dev.patchbay.gateway.Embedding;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// How a [ProtocolServer] is to be: the options of its first protocol, other settings, the time and the randomness that services are given.
///
/// ```java
/// ProtocolServer.of(new DiceProtocol())
///         .option("sides", 20)
///         .setting("limits.message-time", Duration.ofMillis(300))
///         .clock(new HandClock())
///         .random(new Random(7))
///         .start();
/// ```
///
/// A value is a `String`, a `Path`, a `Duration`, a `Boolean` or a whole number. Each method changes the setup and returns it.
public final class ServerSetup {

    private final List<Protocol> protocols;
    private final Map<String, Object> options = new TreeMap<>();
    private final Map<String, Object> settings = new TreeMap<>();
    private Embedding embedding;
    private Optional<PackedPlugin> plugin = Optional.empty();

    ServerSetup(List<Protocol> protocols) {
        this.protocols = List.copyOf(protocols);
        embedding = Embedding.NONE.withProtocols(this.protocols);
    }

    /// An option of the first protocol, or a key that every listener has, such as `announce`.
    public ServerSetup option(String name, Object value) {
        options.put(name, value);
        return this;
    }

    /// What else is configured.
    ///
    /// @param name its dotted name in the file of a gateway, such as `limits.message-time`
    public ServerSetup setting(String name, Object value) {
        settings.put(name, value);
        return this;
    }

    /// The time that services are given and journals write down; that of the system otherwise.
    public ServerSetup clock(Clock clock) {
        embedding = embedding.withClock(clock);
        return this;
    }

    /// The randomness that services are given; that of the system otherwise.
    ///
    /// @param random safe for all threads, as `new Random(7)` is
    public ServerSetup random(RandomGenerator random) {
        embedding = embedding.withRandom(random);
        return this;
    }

    /// The protocols come from a jar in the plugin folder, as they do in a gateway that runs: their classes are packed into one, and loaded
    /// by a class loader of its own. So [ProtocolServer#expectNothingLeft] can take it away again.
    public ServerSetup packed() {
        plugin = Optional.of(PackedPlugin.of(protocols));
        settings.putIfAbsent("limits.drain-time", Duration.ofSeconds(1));
        embedding = embedding.withProtocols(List.of());
        return this;
    }

    /// {@return the running server}
    ///
    /// @throws AssertionError if it does not start; it says why
    public ProtocolServer start() {
        return ProtocolServer.start(this);
    }

    Protocol first() {
        return protocols.getFirst();
    }

    /// {@return the plugin to be put into the plugin folder}
    Optional<PackedPlugin> plugin() {
        return plugin;
    }

    Embedding embedding() {
        return embedding;
    }

    /// {@return the file of the gateway, in TOML: everything listens on free ports}
    String config() {
        StringBuilder config = new StringBuilder();
        set(settings, config);
        config.append("[listener.lobby]\nport = 0\n");
        for (Protocol protocol : protocols) {
            config.append("[listener.").append(Toml.value(protocol.info().id())).append("]\n");
            Map<String, Object> keys = new TreeMap<>(protocol.equals(first()) ? options : Map.of());
            keys.putIfAbsent("port", 0);
            set(keys, config);
        }
        return config.toString();
    }

    private static void set(Map<String, Object> values, StringBuilder config) {
        values.forEach((name, value) -> config.append(name).append(" = ").append(Toml.value(value)).append('\n'));
    }
}
