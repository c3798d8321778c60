package dev.patchbay.peers;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// All peers bear all loads, again and again, in an order that changes.
///
/// @param raw gets each sample, as a line of JSON
record Rounds(Options options, PrintWriter raw) {

    private static final int FEW = 3;

    Results run(List<Peer> peers, List<Cell> cells, Scratch scratch) throws IOException {
        Results results = new Results();
        List<Server> servers = new ArrayList<>();
        try {
            for (Peer peer : peers) {
                servers.add(Server.start(peer, scratch));
            }
            for (int round = 0; round <= options.rounds(); round++) {
                for (Cell cell : cells) {
                    if (cell.fresh() && (round == 0 || round > FEW)) {
                        continue;
                    }
                    for (int i = 0; i < servers.size(); i++) {
                        measure(round, cell, servers.get((i + round) % servers.size()), results);
                    }
                }
                System.err.println(round == 0 ? "warmed up" : "round " + round + " of " + options.rounds());
            }
        } finally {
            servers.forEach(Server::close);
        }
        return results;
    }

    private void measure(int round, Cell cell, Server server, Results results) throws IOException {
        Peer peer = server.peer();
        try {
            // A round is there for the compilers: it does not count.
            Sample sample = cell.measure(server, round == 0 ? options.timing().first() : options.timing());
            if (round > 0) {
                results.add(cell, peer, sample);
                raw.println(sample.json(round, cell, peer));
            }
        } catch (IOException e) {
            throw new IOException(peer.name() + ", " + cell.name() + ": " + e.getMessage(), e);
        }
    }
}
