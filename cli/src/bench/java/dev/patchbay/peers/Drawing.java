package dev.patchbay.peers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A chart becomes SVG that is readable on a light and on a dark page.
@SuppressWarnings("AnnotateFormatMethod")
final class Drawing {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 380;
    private static final int LEFT = 56;
    private static final int RIGHT = WIDTH - 150;
    private static final int TOP = 56;
    private static final int BOTTOM = HEIGHT - 48;
    private static final int LINE_HEIGHT = 16;
    // Two numbers below the axis need that factor between them.
    private static final double CLOSE = 1.8;

    private static final String STYLE = """
            text { font: 13px system-ui, sans-serif; fill: #52514e }
            .page { fill: #fcfcfb }
            .up { fill: #0b0b0b }
            .grid { stroke: #e1e0d9 }
            .base { stroke: #898781 }
            polyline { fill: none; stroke-width: 2; stroke-linejoin: round }
            .c { stroke: #898781; fill: #898781 } .gateway { stroke: #2a78d6; fill: #2a78d6 } .netty { stroke: #eb6834; fill: #eb6834 }
            .nio { stroke: #1baf7a; fill: #1baf7a } .virtual { stroke: #4a3aa7; fill: #4a3aa7 } .python { stroke: #eda100; fill: #eda100 }
            @media (prefers-color-scheme: dark) {
            text { fill: #c3c2b7 }
            .page { fill: #1a1a19 }
            .up { fill: #ffffff }
            .grid { stroke: #2c2c2a }
            .gateway { stroke: #3987e5; fill: #3987e5 } .netty { stroke: #d95926; fill: #d95926 }
            .nio { stroke: #199e70; fill: #199e70 } .virtual { stroke: #9085e9; fill: #9085e9 } .python { stroke: #c98500; fill: #c98500 }
            }
            """;

    private final Chart chart;
    private final double step;
    private final double top;
    private final StringBuilder out = new StringBuilder();

    Drawing(Chart chart) {
        this.chart = chart;
        step = step(chart.top());
        top = Math.ceil(chart.top() / step) * step;
    }

    // Of 1, 2 and 5, what leaves four to nine lines.
    private static double step(double most) {
        double power = Math.pow(10, Math.floor(Math.log10(most)) - 1);
        for (double factor : new double[] {1, 2, 5, 10}) {
            if (most / (factor * power) <= 7) {
                return factor * power;
            }
        }
        return 20 * power;
    }

    String svg() {
        add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">", WIDTH, HEIGHT);
        add("<title>%s, against %s</title>", chart.up(), chart.across());
        add("<style>%n%s</style>", STYLE);
        add("<rect class=\"page\" width=\"%d\" height=\"%d\" rx=\"6\"/>", WIDTH, HEIGHT);
        add("<text class=\"up\" x=\"16\" y=\"28\">%s</text>", chart.up());
        for (int i = 0; i * step <= top * 1.0001; i++) {
            up(i * step);
        }
        for (double x = chart.left(); x * CLOSE < chart.right(); x *= 10) {
            across(x);
        }
        across(chart.right());
        add("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>", (LEFT + RIGHT) / 2, HEIGHT - 10, chart.across());
        chart.lines().forEach(this::line);
        titles();
        add("</svg>");
        return out.toString();
    }

    private void up(double y) {
        add("<line class=\"%s\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>", y == 0 ? "base" : "grid", LEFT, RIGHT, y(y), y(y));
        add("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>", LEFT - 8, y(y) + 4, Chart.number(round(y)));
    }

    private void across(double x) {
        add("<line class=\"base\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>", x(x), x(x), BOTTOM, BOTTOM + 5);
        add("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>", x(x), BOTTOM + 20, Chart.number(x));
    }

    private void line(Chart.Line line) {
        String points = line.points().stream()
                .map(point -> format("%.1f,%.1f", x(point.x()), y(point.y())))
                .collect(Collectors.joining(" "));
        add("<polyline class=\"%s\" style=\"fill: none\" points=\"%s\"/>", line.key(), points);
        for (Chart.Point point : line.points()) {
            add("<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"><title>%s: %s at %s</title></circle>",
                    line.key(), x(point.x()), y(point.y()), line.title(), Chart.number(round(point.y())), Chart.number(point.x()));
        }
    }

    /// Each at the end of its line, or a little below where another one is.
    private void titles() {
        List<Chart.Line> lines = new ArrayList<>(chart.lines());
        lines.sort(Comparator.comparingDouble(Drawing::end).reversed());
        double next = 0;
        for (Chart.Line line : lines) {
            next = Math.max(next, y(end(line)));
            add("<circle class=\"%s\" cx=\"%d\" cy=\"%.1f\" r=\"4\"/>", line.key(), RIGHT + 18, next);
            add("<text x=\"%d\" y=\"%.1f\">%s</text>", RIGHT + 28, next + 4, line.title());
            next += LINE_HEIGHT;
        }
    }

    private static double end(Chart.Line line) {
        return line.points().getLast().y();
    }

    private double x(double value) {
        return LEFT + (RIGHT - LEFT) * Math.log(value / chart.left()) / Math.log(chart.right() / chart.left());
    }

    private double y(double value) {
        return BOTTOM - (BOTTOM - TOP) * value / top;
    }

    private static double round(double value) {
        return Math.rint(value * 100) / 100;
    }

    private void add(String format, Object... values) {
        out.append(format(format, values)).append('\n');
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
