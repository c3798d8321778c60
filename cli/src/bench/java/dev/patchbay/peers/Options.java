package dev.patchbay.peers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// What the system properties `bench.*` say.
///
/// @param extra further servers, each `NAME=COMMAND`: a distribution's launcher `bin/patchbay`, or a program that prints where it
///        listens as the peers do
/// @param sheets what to draw; if nothing, peers are compared
/// @param docs where drawings go
/// @param classes where the peers' classes are: a class path
record Options(
        int rounds,
        Timing timing,
        List<String> peers,
        List<Cell> cells,
        List<String> extra,
        List<String> sheets,
        Path distribution,
        Path sources,
        Path docs,
        Path folder,
        String classes) {

    static Options read() {
        List<String> sheets = words("sheets", "", ",");
        boolean table = sheets.isEmpty();
        int rounds = Integer.parseInt(word("rounds", table ? "25" : "9"));
        if (rounds < 1) {
            throw new IllegalArgumentException("bench.rounds is at least 1");
        }
        return new Options(
                rounds,
                new Timing(seconds("learning", "3"), seconds("warmup", "0.2"), seconds("seconds", "0.5")),
                words("peers", table ? "c,gateway,netty,nio,virtual,python" : "c,gateway,netty,nio", ","),
                words("cells", "1x1,64x1,1024x1,64x16,fan-out:1000,idle:10000", ",").stream().map(Cell::parse).toList(),
                words("extra", "", ";"),
                sheets,
                Path.of(word("distribution", "cli/target/patchbay")),
                Path.of(word("sources", "cli/src/bench")),
                Path.of(word("docs", "cli/docs")),
                Path.of(word("folder", "cli/target/bench")),
                System.getProperty("java.class.path"));
    }

    private static String word(String key, String otherwise) {
        String word = System.getProperty("bench." + key, "").strip();
        return word.isEmpty() ? otherwise : word;
    }

    private static List<String> words(String key, String otherwise, String separator) {
        return Arrays.stream(word(key, otherwise).split(separator)).map(String::strip).filter(word -> !word.isEmpty()).toList();
    }

    private static Duration seconds(String key, String otherwise) {
        return Duration.ofMillis(Math.round(Double.parseDouble(word(key, otherwise)) * 1000));
    }
}
