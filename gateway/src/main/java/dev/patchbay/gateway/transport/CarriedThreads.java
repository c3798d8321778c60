package dev.patchbay.gateway.transport;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Makes virtual threads that are carried by an executor of ours, instead of by the system's scheduler.
///
/// The JDK has no public way to do so yet. The one that it has is used where it was opened, with
/// `--add-opens java.base/java.lang=ALL-UNNAMED` on the command line or `Add-Opens` in the manifest, and where it works. Everywhere
/// else, threads are ordinary virtual threads, and everything works with more effort.
public final class CarriedThreads {

    /// Set this system property to `false` to do without, where it would work.
    public static final String PROPERTY = "patchbay.carry";

    private static final int NO_INHERITED_THREAD_LOCALS = 1 << 2;

    private static final @Nullable MethodHandle NEW_THREAD = find();
    private static final @Nullable Executor DEFAULT = NEW_THREAD == null ? null : defaultScheduler();

    private CarriedThreads() {}

    private static @Nullable MethodHandle find() {
        if (!Boolean.parseBoolean(System.getProperty(PROPERTY, "true"))) {
            return null;
        }
        try {
            Class<?> type = Class.forName("java.lang.ThreadBuilders");
            MethodType signature = MethodType.methodType(Thread.class, Executor.class, String.class, int.class, Runnable.class);
            MethodHandle found = MethodHandles.privateLookupIn(type, MethodHandles.lookup()).findStatic(type, "newVirtualThread", signature);
            return works(found) ? found : null;
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    private static boolean works(MethodHandle newThread) {
        Trial trial = new Trial();
        try {
            make(newThread, trial, "patchbay-trial", trial).start();
            return trial.passed.get(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException | RuntimeException | LinkageError e) {
            return false;
        }
    }

    /// A thread has to be carried by the executor it was given, and by no other. (A class of its own, because other threads wait for
    /// the outer one until it has made up its mind.)
    private static final class Trial implements Executor, Runnable {

        private final CompletableFuture<Boolean> passed = new CompletableFuture<>();
        private volatile boolean asked;

        @Override
        public void execute(Runnable task) {
            asked = true;
            Thread.ofPlatform().daemon().name("patchbay-trial").start(task);
        }

        @Override
        public void run() {
            passed.complete(asked && Thread.currentThread().isVirtual());
        }
    }

    private static @Nullable Executor defaultScheduler() {
        try {
            Class<?> type = Class.forName("java.lang.VirtualThread");
            return (Executor) MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                    .findStaticVarHandle(type, "DEFAULT_SCHEDULER", ForkJoinPool.class)
                    .get();
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    private static Thread make(MethodHandle newThread, Executor scheduler, String name, Runnable task) {
        try {
            return (Thread) newThread.invokeExact(scheduler, name, NO_INHERITED_THREAD_LOCALS, task);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a thread could not be made", e);
        }
    }

    /// {@return whether threads are carried by whom they are given}
    public static boolean available() {
        return NEW_THREAD != null;
    }

    /// {@return a virtual thread that the executor carries, where that is possible}
    static Thread unstarted(Executor carrier, String name, Runnable task) {
        return NEW_THREAD == null ? ordinary(name, task) : make(NEW_THREAD, carrier, name, task);
    }

    /// {@return a virtual thread that the system's scheduler carries, whoever makes it: one that is made in the ordinary way by a carried thread
    /// has the same carrier, and so would hold up connections}
    public static Thread aside(String name, Runnable task) {
        return NEW_THREAD == null || DEFAULT == null ? ordinary(name, task) : make(NEW_THREAD, DEFAULT, name, task);
    }

    private static Thread ordinary(String name, Runnable task) {
        return Thread.ofVirtual().inheritInheritableThreadLocals(false).name(name).unstarted(task);
    }
}
