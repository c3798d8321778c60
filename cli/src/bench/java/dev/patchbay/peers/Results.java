package dev.patchbay.peers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// All samples, and what they say.
final class Results {

    private final Map<Cell, Map<Peer, List<Sample>>> samples = new HashMap<>();

    void add(Cell cell, Peer peer, Sample sample) {
        samples.computeIfAbsent(cell, key -> new HashMap<>()).computeIfAbsent(peer, key -> new ArrayList<>()).add(sample);
    }

    /// {@return a table in Markdown: what the first peer costs, and how many times as much the others do}
    String table(List<Peer> peers, List<Cell> cells) {
        StringBuilder table = new StringBuilder("| |");
        cells.forEach(cell -> table.append(' ').append(cell.name()).append(" |"));
        table.append("\n|---|").repeat("--:|", cells.size()).append('\n');
        for (Peer peer : peers) {
            table.append("| ").append(peer.name()).append(" |");
            cells.forEach(cell -> table.append(' ').append(ratio(cell, peer, peers.getFirst())).append(" |"));
            table.append('\n');
        }
        for (Peer peer : peers) {
            table.append("| ").append(peer.name()).append(" |");
            cells.forEach(cell -> table.append(detail(cell, peer)).append(" |"));
            table.append('\n');
        }
        return table.toString();
    }

    private String ratio(Cell cell, Peer peer, Peer base) {
        if (peer.equals(base)) {
            return String.format(Locale.ROOT, "1 = %.2f %s", median(cell, peer, Sample::cost), cell.unit());
        }
        List<Sample> mine = of(cell, peer);
        List<Sample> theirs = of(cell, base);
        // Round by round, so that a machine that is slower for a while is so for both.
        double[] ratios = IntStream.range(0, mine.size()).mapToDouble(i -> mine.get(i).cost() / theirs.get(i).cost()).toArray();
        return String.format(Locale.ROOT, "%.2f", Medians.of(ratios));
    }

    private String detail(Cell cell, Peer peer) {
        return String.format(
                Locale.ROOT, " %.0f/s, %.0f µs, %.0f µs, %.0f MB",
                median(cell, peer, Sample::rate), median(cell, peer, Sample::p50), median(cell, peer, Sample::p99),
                median(cell, peer, Sample::resident) / 1e6);
    }

    private double median(Cell cell, Peer peer, ToDoubleFunction<Sample> value) {
        return Medians.of(of(cell, peer).stream().mapToDouble(value).toArray());
    }

    private List<Sample> of(Cell cell, Peer peer) {
        return samples.getOrDefault(cell, Map.of()).getOrDefault(peer, List.of());
    }
}
