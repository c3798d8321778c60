package dev.patchbay.peers;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;

/// Measures the gateway and its peers in turn, round after round, and prints what each costs relative to the first; or draws what a
/// request, an entry and a start cost against the number of connections, entries and plugins.
public final class Bench {

    private Bench() {}

    /// Options are the system properties `bench.*`, which the README of `src/bench` lists.
    public static void main(String[] arguments) {
        try {
            Options options = Options.read();
            Files.createDirectories(options.folder());
            try (Scratch scratch = new Scratch(options.folder());
                    PrintWriter raw = new PrintWriter(Files.newBufferedWriter(options.folder().resolve("samples.jsonl")), true)) {
                if (options.sheets().isEmpty()) {
                    compare(options, scratch, raw);
                } else {
                    new Sheets(options, scratch, raw).draw();
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            System.err.println("bench: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void compare(Options options, Scratch scratch, PrintWriter raw) throws IOException {
        List<Peer> peers = new Lineup(options, scratch).peers();
        List<Cell> cells = options.cells().stream().filter(Machine::allows).toList();
        System.out.print(new Rounds(options, raw).run(peers, cells, scratch).tables(peers, cells));
    }
}
