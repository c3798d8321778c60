package dev.patchbay.peers;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Draws what something costs against the number of things there are.
///
/// @param raw gets each sample, as a line of JSON
record Sheets(Options options, Scratch scratch, PrintWriter raw) {

    private static final int[] CONNECTIONS = {1, 4, 16, 64, 256, 1024, 4096, 10_000};
    private static final int[] RECEIVERS = {1, 5, 20, 100, 500, 1000, 2000, 5000};

    void draw() throws IOException {
        for (String sheet : options.sheets()) {
            switch (sheet) {
                case "connections" -> loads(CONNECTIONS, connections -> new Calculating(connections, 1), "connections", "connections",
                        "CPU of the server for a request, in microseconds, each connection with one in flight");
                case "receivers" -> loads(RECEIVERS, FanOut::new, "receivers", "receivers",
                        "CPU of the server for each delivery of a message of 64 bytes, in microseconds");
                case "entries" -> new BoardSheet(this).draw();
                case "plugins" -> new PluginSheet(this).draw();
                default -> throw new IllegalArgumentException("'" + sheet + "' is no sheet: connections, receivers, entries, plugins");
            }
        }
    }

    private void loads(int[] sizes, IntFunction<Cell> load, String name, String across, String up) throws IOException {
        List<Cell> cells = IntStream.of(sizes).mapToObj(load).filter(Machine::allows).toList();
        List<Peer> peers = new Lineup(options, scratch).peers();
        Results results = new Rounds(options, raw).run(peers, cells, scratch);
        save(new Chart(name, across, up, peers.stream()
                .map(peer -> new Chart.Line(peer.name(), peer.title(), IntStream.range(0, cells.size())
                        .mapToObj(i -> new Chart.Point(sizes[i], results.median(cells.get(i), peer, Sample::cost)))
                        .toList()))
                .toList()));
    }

    Distribution distribution() {
        return new Distribution(options.distribution().resolve("bin/patchbay"), scratch);
    }

    void save(Chart chart) throws IOException {
        Path file = Files.createDirectories(options.docs()).resolve(chart.name() + ".svg");
        Files.writeString(file, chart.svg());
        System.err.println("drew " + file);
    }
}
