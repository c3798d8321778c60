package dev.patchbay.peers;

import java.util.List;

/// Where the middle of several values is, and between what limits half of them are.
record Quartiles(double low, double middle, double high) {

    static Quartiles of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return new Quartiles(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
    }

    // Between two values what lies between them.
    private static double at(List<Double> sorted, double part) {
        double place = part * (sorted.size() - 1);
        double below = sorted.get((int) Math.floor(place));
        double above = sorted.get((int) Math.ceil(place));
        return below + (above - below) * (place - Math.floor(place));
    }
}
