package dev.patchbay.peers;

import java.util.List;
import java.util.Locale;

/// A drawing of lines over a logarithmic axis.
///
/// @param name of its file
/// @param across what its horizontal axis counts
/// @param up what its vertical axis measures
record Chart(String name, String across, String up, List<Line> lines) {

    /// @param key what its colour goes by
    record Line(String key, String title, List<Point> points) {}

    record Point(double x, double y) {}

    String svg() {
        return new Drawing(this).svg();
    }

    double left() {
        return lines.stream().flatMap(line -> line.points().stream()).mapToDouble(Point::x).min().orElse(1);
    }

    double right() {
        return lines.stream().flatMap(line -> line.points().stream()).mapToDouble(Point::x).max().orElse(10);
    }

    double top() {
        return lines.stream().flatMap(line -> line.points().stream()).mapToDouble(Point::y).max().orElse(1);
    }

    static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%.2f", value);
    }
}
