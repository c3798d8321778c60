package dev.patchbay.gateway;

import dev.patchbay.gateway.plugin.PluginJar;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Versions of a plugin that uses all that a plugin is given, and brings many classes: to leave one version behind shows.
///
/// It answers each line, and each datagram, with its version.
final class SoakPlugin {

    private static final int CLASSES = 150;

    private SoakPlugin() {}

    /// Writes versions 0 to `last` of it into a folder, as `0.jar` and so on.
    static void write(Path folder, int last) {
        PluginJar jar = PluginJar.named("soak").provider("soak.SoakProtocol", "", """
                return ProtocolInfo.of("soak", "1").silent();
                """, "return new SoakService(context);").source("soak.SoakService", service());
        for (int i = 0; i < CLASSES; i++) {
            jar.source("soak.Ballast" + i, ballast(i));
        }
        jar.compiled();
        for (int version = 0; version <= last; version++) {
            String text = Integer.toString(version);
            jar.manifest("Plugin-Version", text).entry("soak/version", text).writeTo(folder.resolve(text + ".jar"));
        }
    }

    private static String service() {
        return """
                package soak;

                import dev.patchbay.api.*;
                import dev.patchbay.api.journal.*;
                import dev.patchbay.api.wire.*;
                import java.util.concurrent.*;

                final class SoakService implements StreamService, DatagramService {

                    /// Its equality is made by the JDK, which caches parts of it.
                    record Visit(SoakService service) {}

                    private static final ThreadLocal<Object> LOCAL = new ThreadLocal<>();

                    private final String version;
                    private final Journal journal;
                    private final Topic topic;

                    SoakService(ServiceContext context) throws Exception {
                        // Through a URL, which the JDK would like to keep open.
                        try (var stream = getClass().getResource("version").openStream()) {
                            version = new String(stream.readAllBytes());
                        }
                        for (int i = 0; i < %d; i++) {
                            Class.forName("soak.Ballast" + i).getMethod("weigh").invoke(null);
                        }
                        if (!new Visit(this).equals(new Visit(this))) {
                            throw new IllegalStateException();
                        }
                        // For which the JDK starts a thread that stays.
                        new CompletableFuture<String>().orTimeout(1, TimeUnit.MILLISECONDS);
                        journal = context.journal("visits");
                        topic = context.topic("visitors");
                        journal.follow(0, entry -> LOCAL.set(this));
                        context.scheduler().scheduleAtFixedRate(() -> LOCAL.set(this), 0, 1, TimeUnit.MILLISECONDS);
                        context.scheduler().schedule(() -> LOCAL.set(this), 1, TimeUnit.HOURS);
                        context.executor().submit(() -> { LOCAL.set(this); Thread.sleep(3_600_000); return 0; });
                        context.logger().log(System.Logger.Level.DEBUG, "open");
                    }

                    public void serve(Connection peer) {
                        LOCAL.set(this);
                        journal.append(version);
                        try (Subscription visit = topic.subscribe(peer)) {
                            while (peer.lines().hasNext()) {
                                peer.lines().receive();
                                peer.lines().send(version);
                            }
                        }
                    }

                    public void receive(Datagram datagram, DatagramSender sender) {
                        LOCAL.set(this);
                        sender.send(Datagram.text(datagram.peer(), version));
                    }
                }
                """.formatted(CLASSES);
    }

    private static String ballast(int number) {
        String methods = IntStream.range(0, 20)
                .mapToObj(i -> "static String m" + i + "(String a, long b) { return a + b + \"m" + i + "\" + FIELD; }")
                .collect(Collectors.joining("\n"));
        return "package soak; public class Ballast" + number + " { static final Object FIELD = new Object();\n" + methods
                + " public static void weigh() { m0(\"\", 1); } }";
    }
}
