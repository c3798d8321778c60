package dev.patchbay.cli.bench;

import dev.patchbay.api.client.Item;
import java.util.List;

/// What a run has found.
public sealed interface Outcome permits Throughput, Silence {

    /// {@return what was measured, in a line}
    String title();

    /// {@return the figures for people: a name and a text each}
    List<Item> rows();

    /// {@return the figures for programs}
    Item item();

    /// {@return what went wrong, in a line; empty if nothing did}
    String failure();
}
