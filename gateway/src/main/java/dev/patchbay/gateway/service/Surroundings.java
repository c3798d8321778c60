package dev.patchbay.gateway.service;

import dev.patchbay.api.ListenerInfo;
import dev.patchbay.api.client.Item;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// What all services of a gateway are given alike.
///
/// @param reachable tells where the protocols of the gateway listen
/// @param reports   is told what services report
public record Surroundings(Supplier<List<ListenerInfo>> reachable, Consumer<Item> reports, Clock clock, RandomGenerator random) {}
