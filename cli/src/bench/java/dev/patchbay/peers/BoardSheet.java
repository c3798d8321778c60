package dev.patchbay.peers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What listing a board costs for each entry, and what memory the process holds, against the number of entries.
///
/// @param sheets where it belongs
record BoardSheet(Sheets sheets) {

    private static final int[] ENTRIES = {10, 100, 1000, 10_000, 100_000, 1_000_000};
    /// What is listed at each size, in as many goes as it takes.
    private static final int LISTED = 1_000_000;
    private static final int MOST = 20_000;

    private static final String CONFIG = "[journal]\nkeep = 2000000\n" + Distribution.open("bbs-1.0")
            + Distribution.close("lobby") + Distribution.close("bbs") + Distribution.close("bbs-1.1");

    void draw() throws IOException {
        Distribution distribution = sheets.distribution();
        Peer peer = distribution.peer("board", "Patchbay", List.of(distribution.plugin("bbs")), CONFIG);
        List<Chart.Point> costs = new ArrayList<>();
        List<Chart.Point> memory = new ArrayList<>();
        // What has to hold all entries at a time does not fit.
        try (Server server = Server.start(peer, sheets.scratch(), "-Xmx64m")) {
            Board board = new Board(server.address("bbs-1.0"));
            int there = 0;
            for (int entries : ENTRIES) {
                board.post(entries - there);
                there = entries;
                int times = Math.min(LISTED / entries, MOST);
                board.list(entries, times);
                double cost = cost(server, board, entries, times);
                costs.add(new Chart.Point(entries, cost));
                memory.add(new Chart.Point(entries, server.residentBytes() / 1e6));
                sheets.raw().printf(
                        Locale.ROOT, "{\"sheet\":\"entries\",\"entries\":%d,\"cost\":%.4f,\"unit\":\"µs\",\"resident\":%d}%n",
                        entries, cost, server.residentBytes());
            }
        }
        save("entries", "CPU of the server for each entry that is listed, in microseconds, with a heap of 64 MB", costs);
        save("entries-memory", "memory of the server after listing them, in MB, with a heap of 64 MB", memory);
    }

    private void save(String name, String up, List<Chart.Point> points) throws IOException {
        sheets.save(new Chart(name, "entries", up, List.of(new Chart.Line("gateway", "Patchbay", points))));
    }

    private static double cost(Server server, Board board, int entries, int times) throws IOException {
        long cpu = server.cpuNanos();
        board.list(entries, times);
        return (server.cpuNanos() - cpu) / 1e3 / entries / times;
    }
}
