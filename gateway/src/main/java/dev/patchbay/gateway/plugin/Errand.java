package dev.patchbay.gateway.plugin;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A call into a plugin on a thread of its own. So nobody waits for ever for a plugin that does not return, and what the plugin
/// leaves in the thread's locals, which would keep its classes, goes with the thread.
public final class Errand {

    private Errand() {}

    /// Makes a call, and waits for it.
    ///
    /// @param name     the thread's name
    /// @param patience how long to wait; then the thread is interrupted and left to itself
    /// @param call     the call, which turns what the plugin throws into a value
    /// @param late     is given the result that came too late
    /// @return the result; nothing if it did not come in time, or this thread was interrupted meanwhile
    public static <T> Optional<T> run(String name, Duration patience, Supplier<T> call, Consumer<? super T> late) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().daemon().name(name).inheritInheritableThreadLocals(false).start(() -> {
            try {
                result.complete(call.get());
            } catch (Throwable fault) {
                result.completeExceptionally(fault);
            }
        });
        try {
            T value = result.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            // Its locals are gone when it has ended, and not before.
            thread.join();
            return Optional.of(value);
        } catch (TimeoutException e) {
            leave(thread, result, late);
        } catch (InterruptedException e) {
            leave(thread, result, late);
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        }
        return Optional.empty();
    }

    private static <T> void leave(Thread thread, CompletableFuture<T> result, Consumer<? super T> late) {
        var _ = result.thenAccept(late);
        thread.interrupt();
    }
}
