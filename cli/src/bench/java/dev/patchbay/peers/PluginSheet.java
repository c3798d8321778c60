package dev.patchbay.peers;

import dev.patchbay.peers.plugin.Numbered;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/// How long a gateway takes to be ready, against the number of plugins.
///
/// @param sheets where it belongs
record PluginSheet(Sheets sheets) {

    private static final int[] PLUGINS = {1, 2, 5, 10, 20, 50, 100, 200};

    void draw() throws IOException {
        Path folder = sheets.scratch().folder("jars");
        List<Path> jars = new ArrayList<>();
        for (int i = 1; i <= PLUGINS[PLUGINS.length - 1]; i++) {
            jars.add(jar(folder, i));
        }
        Map<Integer, Peer> peers = new TreeMap<>();
        for (int plugins : PLUGINS) {
            Peer peer = sheets.distribution().peer("start" + plugins, "Patchbay", jars.subList(0, plugins), config(plugins));
            peers.put(plugins, peer);
        }
        Map<Integer, List<Start>> starts = new TreeMap<>();
        // The first round finds the files in no cache: it does not count.
        for (int round = 0; round <= sheets.options().rounds(); round++) {
            for (Map.Entry<Integer, Peer> each : peers.entrySet()) {
                Start start = start(each.getValue());
                if (round > 0) {
                    starts.computeIfAbsent(each.getKey(), key -> new ArrayList<>()).add(start);
                    sheets.raw().println(start.json(round, each.getKey()));
                }
            }
        }
        sheets.save(new Chart("plugins", "plugins", "from starting the process until every port is open, in milliseconds", List.of(
                line("gateway", "time", starts, Start::millis),
                line("c", "CPU time", starts, Start::cpu))));
    }

    private record Start(double millis, double cpu) {

        String json(int round, int plugins) {
            return String.format(
                    Locale.ROOT, "{\"sheet\":\"plugins\",\"round\":%d,\"plugins\":%d,\"millis\":%.1f,\"cpu\":%.1f}",
                    round, plugins, millis, cpu);
        }
    }

    private Start start(Peer peer) throws IOException {
        try (Server server = Server.start(peer, sheets.scratch())) {
            return new Start(server.startNanos() / 1e6, server.cpuNanos() / 1e6);
        }
    }

    private static Chart.Line line(String key, String title, Map<Integer, List<Start>> starts, Function<Start, Double> value) {
        return new Chart.Line(key, title, starts.entrySet().stream()
                .map(each -> new Chart.Point(each.getKey(), Quartiles.of(each.getValue().stream().map(value).toList()).middle()))
                .toList());
    }

    private static String config(int plugins) {
        StringBuilder config = new StringBuilder(Distribution.open("lobby"));
        for (int i = 1; i <= plugins; i++) {
            config.append(Distribution.open(Numbered.id(i)));
        }
        return config.toString();
    }

    private static Path jar(Path folder, int number) throws IOException {
        Path jar = folder.resolve(Numbered.id(number) + ".jar");
        String type = Numbered.class.getName();
        String manifest = "Manifest-Version: 1.0\nPlugin-Id: " + Numbered.id(number) + "\nPlugin-Version: 1.0\nPlugin-Api: 1.0\n";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                InputStream code = Numbered.class.getResourceAsStream("Numbered.class")) {
            add(out, "META-INF/MANIFEST.MF", manifest.getBytes(StandardCharsets.UTF_8));
            add(out, "META-INF/services/dev.patchbay.api.Protocol", type.getBytes(StandardCharsets.UTF_8));
            add(out, type.replace('.', '/') + ".class", code.readAllBytes());
            add(out, Numbered.NUMBER, Integer.toString(number).getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    private static void add(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(content);
        out.closeEntry();
    }
}
