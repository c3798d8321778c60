package dev.patchbay.gateway.plugin;

import java.util.List;
import java.util.Optional;

/// A plugin that misbehaves: how it does, and what shows of it.
///
/// @param what   what it does
/// @param jar    the plugin, with the protocol `naughty`
/// @param reason what its row in the table says while its jar is there
/// @param answer what whoever connects is told until the end of the connection; nothing if that does not end by itself
/// @param left   what its row says when its jar is gone; nothing if it is gone with it
public record NaughtyService(String what, PluginJar jar, Optional<Reason> reason, Optional<String> answer, Optional<Left> left) {

    /// What is left of a plugin whose jar is gone.
    ///
    /// @param message a part of the message
    public record Left(Reason reason, String message) {}

    /// What a plugin of these has started ends when this system property is set.
    public static final String OVER = "patchbay.test.naughty-is-over";

    private static final String CLASS = "test.naughty.Naughty";
    private static final String ENDLESS = "Naughty::untilTheTestIsOver";

    public static List<NaughtyService> all() {
        return List.of(
                thatEnds("throws an exception", "throw new IllegalStateException(\"as it was told\");"),
                thatEnds("throws an exception that cannot be shown", "throw new Shy();"),
                thatEnds("throws an exception that is its own cause in a circle",
                        "Exception a = new Exception(); Exception b = new Exception(a); a.initCause(b); throw a;"),
                thatEnds("throws an error", "throw new AssertionError(\"as it was told\");"),
                thatEnds("recurses without end", "endless(0);"),
                thatEnds("needs a class that is not there", "new Missing();"),
                thatEnds("interrupts itself", "Thread.currentThread().interrupt(); peer.frames().hasNext();"),
                thatEnds("writes to the standard output", "System.out.println(\"a plugin writes to the standard output\");"),
                thatEnds("leaves a value with its thread", "LOCAL.set(new Naughty());"),
                new NaughtyService("leaves a value with a thread of the gateway", inline(), Optional.empty(), Optional.of(""), Optional.empty()),
                thatEnds("leaves a value with the thread of its timer",
                        "context.scheduler().submit(() -> LOCAL.set(new Naughty())).get();"),
                thatEnds("leaves tasks for later", "context.scheduler().schedule(() -> {}, 1, java.util.concurrent.TimeUnit.HOURS);"),
                thatEnds("leaves a task that waits", "context.executor().submit(() -> { Thread.sleep(3_600_000); return 1; });"),
                thatEnds("leaves a task that fails", "context.executor().execute(() -> { throw new Shy(); });"),
                new NaughtyService("waits for ever", jar("Thread.sleep(3_600_000);"), Optional.empty(), Optional.empty(), Optional.empty()),
                new NaughtyService("throws wherever it is called", throwing(), Optional.empty(), Optional.of(""), Optional.empty()),
                new NaughtyService("does not care that it is interrupted", jar("untilTheTestIsOver();"), Optional.empty(), Optional.empty(),
                        Optional.of(new Left(Reason.STILL_RUNNING, "the handler of naughty 127.0.0.1:"))),
                thatLeaves("leaves a task that does not care that it is interrupted", "context.executor().execute(" + ENDLESS + ");",
                        Reason.STILL_RUNNING, "a task of its executor, its scheduler or a journal has not ended"),
                thatLeaves("leaves a thread", "Thread.ofPlatform().daemon().name(\"left\").start(" + ENDLESS + ");",
                        Reason.STILL_RUNNING, "the thread 'left'"),
                thatLeaves("leaves a virtual thread", "Thread.ofVirtual().name(\"left\").start(" + ENDLESS + ");",
                        Reason.STILL_HELD, "still in memory, used by the virtual thread 'left' at test.naughty.Naughty."),
                thatLeaves("leaves a shutdown hook", "Runtime.getRuntime().addShutdownHook(new Thread(() -> {}));",
                        Reason.STILL_HELD, "its classes are still in memory"),
                new NaughtyService("carries another version of a library that its neighbour has",
                        library(jar("peer.frames().send(lib.Library.version());"), "2"),
                        Optional.empty(), Optional.of("00012"), Optional.empty()),
                new NaughtyService("carries the api", jar("").entry("dev/patchbay/api/Protocol.class", "this would break if it were loaded"),
                        Optional.of(Reason.BUNDLES_API), Optional.of(""), Optional.empty()),
                thatIsRejected("needs a newer api", jar("").manifest("Plugin-Api", "1.9999"), Reason.API_TOO_NEW),
                thatIsRejected("needs a newer Java", jar("").classVersion(CLASS, 999), Reason.JAVA_TOO_OLD));
    }

    /// Adds a library, which may be another version of that of another plugin.
    public static PluginJar library(PluginJar jar, String version) {
        return jar.source("lib.Library", "package lib; public class Library { public static String version() { return \"" + version + "\"; } }");
    }

    private static NaughtyService thatEnds(String what, String serve) {
        return new NaughtyService(what, jar(serve), Optional.empty(), Optional.of(""), Optional.empty());
    }

    private static NaughtyService thatLeaves(String what, String serve, Reason reason, String message) {
        return new NaughtyService(what, jar(serve), Optional.empty(), Optional.of(""), Optional.of(new Left(reason, message)));
    }

    private static NaughtyService thatIsRejected(String what, PluginJar jar, Reason reason) {
        return new NaughtyService(what, jar, Optional.of(reason), Optional.empty(), Optional.empty());
    }

    /// {@return whether it is served at all}
    public boolean isServed() {
        return reason.isEmpty() || reason.get() == Reason.BUNDLES_API;
    }

    private static PluginJar jar(String serve) {
        PluginJar jar = PluginJar.named("naughty").provider(CLASS, """
                static final ThreadLocal<Object> LOCAL = new ThreadLocal<>();

                static class Shy extends RuntimeException {
                    @Override public String getMessage() { throw new Shy(); }
                    @Override public String toString() { throw new Shy(); }
                }

                static int endless(int depth) { return depth < 0 ? depth : endless(depth + 1) + 1; }

                static void untilTheTestIsOver() {
                    while (System.getProperty("%s") == null) {
                        try { Thread.sleep(5); } catch (InterruptedException e) { }
                    }
                }
                """.formatted(OVER), "return ProtocolInfo.of(\"naughty\", \"1.0\").silent();", """
                return StreamService.of(peer -> { peer.frames().receive(); %s });
                """.formatted(serve))
                .source("test.naughty.Missing", "package test.naughty; class Missing {}");
        return library(jar, "2").compiled().without("test.naughty.Missing");
    }

    /// Answers without a thread of its own.
    private static PluginJar inline() {
        return PluginJar.named("naughty")
                .manifest("Plugin-Api", "1.1")
                .provider(CLASS, "", "return ProtocolInfo.of(\"naughty\", \"1.0\").silent();", "return new Inline();")
                .source("test.naughty.Inline", """
                        package test.naughty;
                        import dev.patchbay.api.*;
                        import dev.patchbay.api.wire.*;
                        class Inline implements InlineService {
                            static final ThreadLocal<Object> LOCAL = new ThreadLocal<>();
                            public boolean isWhole(Connection peer) { return peer.frames().isWhole(); }
                            public void answer(Connection peer) {
                                LOCAL.set(this);
                                throw new IllegalStateException("as it was told");
                            }
                        }
                        """)
                .compiled();
    }

    private static PluginJar throwing() {
        return PluginJar.named("naughty")
                .provider(CLASS, """
                        boolean asked;
                        public ClientMode clientMode() { throw new AssertionError(); }
                        """, """
                        if (asked) throw new AssertionError();
                        asked = true;
                        return ProtocolInfo.of("naughty", "1.0").silent();
                        """, """
                        context.journal("notes").append("x");
                        context.journal("notes").follow(0, entry -> { throw new AssertionError(); });
                        context.scheduler().execute(() -> { throw new AssertionError(); });
                        context.executor().execute(() -> { throw new AssertionError(); });
                        return new Throwing();
                        """)
                .source("test.naughty.Throwing", """
                        package test.naughty;
                        import dev.patchbay.api.*;
                        import dev.patchbay.api.wire.*;
                        class Throwing implements StreamService, DatagramService {
                            public void opened(DatagramSender sender) { throw new AssertionError(); }
                            public void serve(Connection peer) { throw new AssertionError(); }
                            public void receive(Datagram datagram, DatagramSender sender) { throw new AssertionError(); }
                            public void close() { throw new AssertionError(); }
                        }
                        """)
                .compiled();
    }

    @Override
    public String toString() {
        return what;
    }
}
