package dev.patchbay.gateway;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.client.Item;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// What a program that starts a gateway inside itself brings along: a REPL that hosts a service, a test kit.
///
/// ```java
/// Gateway.start(settings, Embedding.NONE.withProtocols(List.of(new EchoProtocol())).withRandom(new Random(1)));
/// ```
///
/// @param protocols are served beside those of the plugin folder
/// @param reports   is told what services [report][dev.patchbay.api.ServiceContext#report], by any thread
/// @param clock     the time that services are given and journals write down; its zone is that of times for people
/// @param random    the randomness that services are given; safe for all threads
public record Embedding(List<Protocol> protocols, Consumer<Item> reports, Clock clock, RandomGenerator random) {

    /// Nothing: a gateway on its own, with the time and the randomness of the system.
    public static final Embedding NONE = new Embedding(
            List.of(),
            _ -> {},
            Clock.system(ZoneId.systemDefault()),
            // Whichever thread asks gets its own source behind this.
            () -> ThreadLocalRandom.current().nextLong());

    /// Copies the list.
    public Embedding {
        protocols = List.copyOf(protocols);
    }

    /// {@return the same with these protocols}
    public Embedding withProtocols(List<Protocol> served) {
        return new Embedding(served, reports, clock, random);
    }

    /// {@return the same with somebody who is told what services report}
    public Embedding withReports(Consumer<Item> listener) {
        return new Embedding(protocols, listener, clock, random);
    }

    /// {@return the same with another time}
    public Embedding withClock(Clock time) {
        return new Embedding(protocols, reports, time, random);
    }

    /// {@return the same with another randomness}
    public Embedding withRandom(RandomGenerator source) {
        return new Embedding(protocols, reports, clock, source);
    }
}
