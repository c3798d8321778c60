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
        sheets.save(new Chart("plugins", "plugins", "from starting the process until every port is open, in milliseconds",
                List.of(new Chart.Line("gateway", "Patchbay", measured(peers)))));
    }

    private List<Chart.Point> measured(Map<Integer, Peer> peers) throws IOException {
        Map<Integer, List<Double>> times = new TreeMap<>();
        // The first round finds the files in no cache: it does not count.
        for (int round = 0; round <= sheets.options().rounds(); round++) {
            for (Map.Entry<Integer, Peer> each : peers.entrySet()) {
                try (Server server = Server.start(each.getValue(), sheets.scratch())) {
                    if (round > 0) {
                        double millis = server.startNanos() / 1e6;
                        times.computeIfAbsent(each.getKey(), key -> new ArrayList<>()).add(millis);
                        sheets.raw().printf(
                                Locale.ROOT, "{\"sheet\":\"plugins\",\"round\":%d,\"plugins\":%d,\"millis\":%.1f}%n",
                                round, each.getKey(), millis);
                    }
                }
            }
        }
        return times.entrySet().stream()
                .map(each -> new Chart.Point(each.getKey(), Quartiles.of(each.getValue()).middle()))
                .toList();
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
