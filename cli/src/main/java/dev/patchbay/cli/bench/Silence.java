package dev.patchbay.cli.bench;

import static dev.patchbay.cli.shell.Figures.count;
import static dev.patchbay.cli.shell.Figures.number;
import static dev.patchbay.cli.shell.Figures.size;
import static dev.patchbay.cli.shell.Figures.time;

import dev.patchbay.api.client.Item;
import java.util.List;

/// What it takes to hold connections that say nothing.
///
/// @param connections how many were made
/// @param closed      how many of them the server has closed
/// @param elapsed     how long they were held, in nanoseconds
/// @param making      what the server's process took from before they were made to the end
/// @param holding     what it took while they were held
record Silence(Target target, int connections, int closed, long elapsed, Expense making, Expense holding) implements Outcome {

    private long each() {
        return (making.after() - making.before()) / connections;
    }

    @Override
    public String title() {
        return target.named(Subject.IDLE.name()) + " at " + target.label() + ": " + count(connections, "connection") + ", " + time(elapsed);
    }

    @Override
    public List<Item> rows() {
        Item errors = Throughput.row("errors", closed == 0 ? "none" : number(closed) + " were closed by the server");
        return making.isKnown()
                ? List.of(
                        Throughput.row("each", each() > 0 ? size(each()) + " of memory" : "no memory that could be seen"),
                        errors,
                        Throughput.row("server CPU", time(holding.cpu()) + " in " + time(elapsed)),
                        Throughput.row("server memory", making.memory()))
                : List.of(errors, Throughput.row("server", "CPU and memory are not known: " + making.problem()));
    }

    @Override
    public Item item() {
        Item item = target.describe(Subject.IDLE.name())
                .with("connections", connections)
                .with("elapsed_ns", elapsed)
                .with("errors", closed);
        item = holding.describe(item);
        return making.isKnown() ? item.with("server_memory_bytes_per_connection", each()) : item;
    }

    @Override
    public String failure() {
        return closed == 0 ? "" : "the server has closed " + number(closed) + " of " + count(connections, "connection");
    }
}
