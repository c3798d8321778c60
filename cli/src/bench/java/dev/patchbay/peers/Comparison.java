package dev.patchbay.peers;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// Measures the gateway and its peers in turn, round after round, and prints what each costs relative to the first.
public final class Comparison {

    private static final int FEW = 3;

    private final Options options;
    private final List<Server> servers = new ArrayList<>();
    private final Results results = new Results();

    private Comparison(Options options) {
        this.options = options;
    }

    /// Options are the system properties `bench.*`; the README of the folder `bench` lists them.
    public static void main(String[] arguments) throws IOException {
        try {
            new Comparison(Options.read()).run();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private void run() throws IOException {
        Files.createDirectories(options.folder());
        List<Peer> peers = new Lineup(options).peers();
        try (PrintWriter raw = new PrintWriter(Files.newBufferedWriter(options.folder().resolve("samples.jsonl")), true)) {
            for (Peer peer : peers) {
                servers.add(Server.start(peer, options.folder()));
            }
            // The first round is the one in which the JIT compilers learn: it does not count.
            for (int round = 0; round <= options.rounds(); round++) {
                for (Cell cell : options.cells()) {
                    if (cell.fresh() && (round == 0 || round > FEW)) {
                        continue;
                    }
                    for (int i = 0; i < servers.size(); i++) {
                        measure(round, cell, servers.get((i + round) % servers.size()), raw);
                    }
                }
                if (round > 0) {
                    System.err.printf("round %d of %d%n", round, options.rounds());
                }
            }
        } finally {
            servers.forEach(Server::close);
        }
        System.out.print(results.tables(peers, options.cells()));
    }

    private void measure(int round, Cell cell, Server server, PrintWriter raw) throws IOException {
        Peer peer = server.peer();
        try {
            Sample sample = cell.measure(server, options.timing());
            if (round > 0) {
                results.add(cell, peer, sample);
                raw.println(sample.json(round, cell, peer));
            }
        } catch (IOException e) {
            throw new IOException(peer.name() + ", " + cell.name() + ": " + e.getMessage(), e);
        }
    }
}
