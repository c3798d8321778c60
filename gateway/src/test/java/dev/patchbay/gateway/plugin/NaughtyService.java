package dev.patchbay.gateway.plugin;

import java.util.List;

/// A plugin that can be loaded and opened, and misbehaves for whoever connects.
///
/// @param what  what it does
/// @param jar   the plugin, with the protocol `naughty`
/// @param ends  whether that ends the connection
/// @param letsGo whether nothing keeps its classes alive when the gateway has closed
public record NaughtyService(String what, PluginJar jar, boolean ends, boolean letsGo) {

    /// The system property under which a plugin leaves a weak reference to its class loader.
    public static final String LOADER = "patchbay.test.naughty-loader";

    private static final String CLASS = "test.naughty.Naughty";

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
                thatEnds("leaves a value with its thread", "LOCAL.set(new Naughty());"),
                thatEnds("leaves a value with the thread of its timer",
                        "context.scheduler().submit(() -> LOCAL.set(new Naughty())).get();"),
                thatEnds("leaves tasks for later", "context.scheduler().schedule(() -> {}, 1, java.util.concurrent.TimeUnit.HOURS);"),
                thatEnds("leaves a task that waits", "context.executor().submit(() -> { Thread.sleep(3_600_000); return 1; });"),
                thatEnds("leaves a task that fails", "context.executor().execute(() -> { throw new Shy(); });"),
                new NaughtyService("waits for ever", jar("Thread.sleep(3_600_000);"), false, true),
                new NaughtyService("leaves a thread", jar("Thread.ofPlatform().daemon().start(Naughty::untilTheTestIsOver);"), true, false));
    }

    private static NaughtyService thatEnds(String what, String serve) {
        return new NaughtyService(what, jar(serve), true, true);
    }

    private static PluginJar jar(String serve) {
        return PluginJar.named("naughty").provider(CLASS, """
                static final ThreadLocal<Object> LOCAL = new ThreadLocal<>();

                static class Shy extends RuntimeException {
                    @Override public String getMessage() { throw new Shy(); }
                    @Override public String toString() { throw new Shy(); }
                }

                static int endless(int depth) { return depth < 0 ? depth : endless(depth + 1) + 1; }

                static void untilTheTestIsOver() {
                    while (System.getProperties().containsKey("%s")) {
                        Thread.onSpinWait();
                        java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
                    }
                }
                """.formatted(LOADER), "return ProtocolInfo.of(\"naughty\", \"1.0\").silent();", """
                System.getProperties().put("%s", new java.lang.ref.WeakReference<>(getClass().getClassLoader()));
                return StreamService.of(peer -> { peer.frames().receive(); %s });
                """.formatted(LOADER, serve))
                .source("test.naughty.Missing", "package test.naughty; class Missing {}")
                .compiled()
                .without("test.naughty.Missing");
    }

    @Override
    public String toString() {
        return what;
    }
}
