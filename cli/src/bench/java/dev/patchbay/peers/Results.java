package dev.patchbay.peers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/// All samples, and what they say.
final class Results {

    private static final double QUIET = 0.05;

    private final Map<Cell, Map<Peer, List<Sample>>> samples = new HashMap<>();

    void add(Cell cell, Peer peer, Sample sample) {
        samples.computeIfAbsent(cell, key -> new HashMap<>()).computeIfAbsent(peer, key -> new ArrayList<>()).add(sample);
    }

    /// {@return tables in Markdown: what the first peer costs, and how many times as much the others do; how fast they all were}
    String tables(List<Peer> peers, List<Cell> cells) {
        Peer base = peers.getFirst();
        return table(peers, cells, (cell, peer) -> cost(cell, peer, base)) + "\n" + table(peers, cells, this::speed) + noise();
    }

    private static String table(List<Peer> peers, List<Cell> cells, BiFunction<Cell, Peer, String> content) {
        StringBuilder table = new StringBuilder("| |");
        cells.forEach(cell -> table.append(' ').append(cell.name()).append(" |"));
        table.append("\n|---|").repeat("--:|", cells.size()).append('\n');
        for (Peer peer : peers) {
            table.append("| ").append(peer.title()).append(" |");
            cells.forEach(cell -> table.append(' ').append(content.apply(cell, peer)).append(" |"));
            table.append('\n');
        }
        return table.toString();
    }

    private String cost(Cell cell, Peer peer, Peer base) {
        double cost = median(cell, peer, Sample::cost);
        if (cell.fresh()) {
            return String.format(Locale.ROOT, "%.1f KB", cost / 1000);
        }
        if (peer.equals(base)) {
            return String.format(Locale.ROOT, "1 (%.2f µs)", cost);
        }
        List<Sample> mine = of(cell, peer);
        List<Sample> theirs = of(cell, base);
        // Round by round, so that a machine that is slower for a while is so for both.
        List<Double> ratios = IntStream.range(0, mine.size()).mapToObj(i -> mine.get(i).cost() / theirs.get(i).cost()).toList();
        return String.format(Locale.ROOT, "%.2f", Medians.of(ratios));
    }

    private String speed(Cell cell, Peer peer) {
        String rate = String.format(Locale.ROOT, "%,.0f/s", median(cell, peer, Sample::rate));
        String memory = String.format(Locale.ROOT, ", %.0f MB", median(cell, peer, Sample::resident) / 1e6);
        String times = String.format(Locale.ROOT, ", %.0f/%.0f µs", median(cell, peer, Sample::p50), median(cell, peer, Sample::p99));
        return cell.fresh() ? rate + memory : rate + times + memory;
    }

    private String noise() {
        double others = Medians.of(samples.values().stream()
                .flatMap(peers -> peers.values().stream())
                .flatMap(List::stream)
                .map(Sample::others)
                .toList());
        if (others < QUIET) {
            return "";
        }
        return String.format(
                Locale.ROOT, "%nOther programs had %.0f %% of the processors meanwhile: do not trust the ratios.%n", others * 100);
    }

    /// {@return the median of a cell's samples}
    double median(Cell cell, Peer peer, Function<Sample, ? extends Number> value) {
        return Medians.of(of(cell, peer).stream().map(value).map(Number::doubleValue).toList());
    }

    private List<Sample> of(Cell cell, Peer peer) {
        return samples.getOrDefault(cell, Map.of()).getOrDefault(peer, List.of());
    }
}
