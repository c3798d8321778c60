package dev.patchbay.cli.bench;

import static dev.patchbay.cli.shell.Figures.count;
import static dev.patchbay.cli.shell.Figures.number;
import static dev.patchbay.cli.shell.Figures.size;
import static dev.patchbay.cli.shell.Figures.time;
import static java.util.stream.Collectors.joining;

import dev.patchbay.api.client.Item;
import dev.patchbay.api.load.Load;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/// How often a load was made, at least once, and how long its exchanges took.
///
/// @param elapsed  how long it was measured, in nanoseconds
/// @param times    how long each exchange took, in nanoseconds
/// @param counted  how much of what the load counts came with them
/// @param failed   how many exchanges failed
/// @param failure  how, in a line; empty if none did
/// @param expense  what the server's process took meanwhile
record Throughput(
        Target target,
        Load load,
        Pressure pressure,
        long elapsed,
        Histogram times,
        long counted,
        int failed,
        String failure,
        Expense expense)
        implements Outcome {

    private static final String BYTES = "bytes";

    private record Percentile(String name, double percent) {}

    private static final List<Percentile> PERCENTILES = List.of(
            new Percentile("p50", 50),
            new Percentile("p90", 90),
            new Percentile("p99", 99),
            new Percentile("p99.9", 99.9),
            new Percentile("max", 100));

    private long requests() {
        return times.getTotalCount();
    }

    private double perSecond(long amount) {
        return amount * 1e9 / elapsed;
    }

    @Override
    public String title() {
        String depth = pressure.depth() == 1 ? "" : ", " + number(pressure.depth()) + " requests at a time on each";
        String size = load.size().isEmpty() ? "" : ", size " + size(pressure.size());
        String connections = count(pressure.connections(), "connection");
        return target.named(load.name()) + " at " + target.label() + ": " + connections + depth + size + ", " + time(elapsed);
    }

    @Override
    public List<Item> rows() {
        List<Item> rows = new ArrayList<>();
        rows.add(row("throughput", number(perSecond(requests())) + " " + unit() + "s/s, " + number(requests()) + " in all"));
        load.counted().ifPresent(what ->
                rows.add(row(what, (what.equals(BYTES) ? size(perSecond(counted)) : number(perSecond(counted))) + "/s")));
        rows.add(row("latency", PERCENTILES.stream().map(each -> each.name + " " + time(at(each))).collect(joining(", "))));
        rows.add(row("errors", failed == 0 ? "none" : number(failed)));
        rows.addAll(expense.isKnown()
                ? List.of(row("server CPU", cpu()), row("server memory", expense.memory()))
                : List.of(row("server", "CPU and memory are not known: " + expense.problem())));
        return rows;
    }

    private String unit() {
        return load.name().equals(Subject.CONNECT.name()) ? "connection" : "request";
    }

    private String cpu() {
        List<String> figures = new ArrayList<>();
        figures.add(time((double) expense.cpu() / requests()) + " for each " + unit());
        load.counted().filter(what -> counted > 0 && !what.equals(BYTES)).ifPresent(what ->
                figures.add(time((double) expense.cpu() / counted) + " for each of the " + what));
        figures.add(Math.round(100.0 * expense.cpu() / elapsed) + "% of a processor");
        return String.join(", ", figures);
    }

    private long at(Percentile percentile) {
        return times.getValueAtPercentile(percentile.percent);
    }

    static Item row(String name, String text) {
        return Item.of("figure").with("name", name).with("text", text);
    }

    @Override
    public Item item() {
        Item item = pressure.describe(target.describe(load.name()))
                .with("elapsed_ns", elapsed)
                .with("requests", requests())
                .with("requests_per_second", Math.round(perSecond(requests())));
        Optional<String> what = load.counted();
        if (what.isPresent()) {
            item = item.with("counted", what.get()).with("count", counted).with("count_per_second", Math.round(perSecond(counted)));
        }
        for (Percentile each : PERCENTILES) {
            item = item.with(each.name.replace('.', '_') + "_ns", at(each));
        }
        item = item.with("errors", failed);
        if (!failure.isEmpty()) {
            item = item.with("error", failure);
        }
        item = expense.describe(item);
        return expense.isKnown() ? item.with("server_cpu_ns_per_request", expense.cpu() / requests()) : item;
    }
}
