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
@SuppressWarnings("AnnotateFormatMethod")
final class Results {

    private static final double QUIET = 0.05;

    private final Map<Cell, Map<Peer, List<Sample>>> samples = new HashMap<>();

    void add(Cell cell, Peer peer, Sample sample) {
        samples.computeIfAbsent(cell, key -> new HashMap<>()).computeIfAbsent(peer, key -> new ArrayList<>()).add(sample);
    }

    /// {@return tables in Markdown: what the first peer costs, and how many times as much the others do; between what limits half of the
    /// rounds were; how fast they all were}
    String tables(List<Peer> peers, List<Cell> cells) {
        Peer base = peers.getFirst();
        return String.join(
                "\n",
                table("cost", peers, cells, (cell, peer) -> cost(cell, peer, base)),
                table("half of the rounds", peers, cells, (cell, peer) -> spread(cell, peer, base)),
                table("speed", peers, cells, this::speed)) + noise();
    }

    private static String table(String name, List<Peer> peers, List<Cell> cells, BiFunction<Cell, Peer, String> content) {
        StringBuilder table = new StringBuilder("| ").append(name).append(" |");
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
        Quartiles costs = Quartiles.of(of(cell, peer).stream().map(Sample::cost).toList());
        if (cell.fresh()) {
            return format("%.1f KB", costs.middle() / 1000);
        }
        return peer.equals(base) ? format("1 (%.2f µs)", costs.middle()) : format("%.2f", ratios(cell, peer, base).middle());
    }

    private String spread(Cell cell, Peer peer, Peer base) {
        if (cell.fresh() || peer.equals(base)) {
            Quartiles costs = Quartiles.of(of(cell, peer).stream().map(Sample::cost).toList());
            return format(cell.fresh() ? "%.0f to %.0f bytes" : "%.2f to %.2f µs", costs.low(), costs.high());
        }
        Quartiles ratios = ratios(cell, peer, base);
        return format("%.2f to %.2f", ratios.low(), ratios.high());
    }

    // Round by round, so that a machine that is slower for a while is so for both.
    private Quartiles ratios(Cell cell, Peer peer, Peer base) {
        List<Sample> mine = of(cell, peer);
        List<Sample> theirs = of(cell, base);
        return Quartiles.of(IntStream.range(0, mine.size()).mapToObj(i -> mine.get(i).cost() / theirs.get(i).cost()).toList());
    }

    private String speed(Cell cell, Peer peer) {
        String rate = format("%,.0f/s", median(cell, peer, Sample::rate));
        String memory = format(", %.0f MB", median(cell, peer, Sample::resident) / 1e6);
        String times = format(", %.0f/%.0f µs", median(cell, peer, Sample::p50), median(cell, peer, Sample::p99));
        return cell.fresh() ? rate + memory : rate + times + memory;
    }

    private String noise() {
        double others = Quartiles.of(samples.values().stream()
                .flatMap(peers -> peers.values().stream())
                .flatMap(List::stream)
                .map(Sample::others)
                .toList()).middle();
        if (others < QUIET) {
            return "";
        }
        return format("%nOther programs had %.0f %% of the processors meanwhile: do not trust the ratios.%n", others * 100);
    }

    /// {@return the median of a cell's samples}
    double median(Cell cell, Peer peer, Function<Sample, ? extends Number> value) {
        return Quartiles.of(of(cell, peer).stream().map(value).map(Number::doubleValue).toList()).middle();
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private List<Sample> of(Cell cell, Peer peer) {
        return samples.getOrDefault(cell, Map.of()).getOrDefault(peer, List.of());
    }
}
