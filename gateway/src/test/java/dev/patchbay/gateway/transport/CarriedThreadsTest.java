package dev.patchbay.gateway.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CarriedThreadsTest {

    private final EventLoop loop = Pair.LOOPS.next();

    /// What carries the thread that a task makes.
    private static String carrierOf(Thread thread) {
        String text = thread.toString();
        return text.substring(text.indexOf('@') + 1);
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(10, TimeUnit.SECONDS);
    }

    @Test
    void areAvailableWhereverTheJdkWasOpened() {
        List<String> arguments = ManagementFactory.getRuntimeMXBean().getInputArguments();
        boolean opened = arguments.stream().anyMatch(argument -> argument.startsWith("--add-opens=java.base/java.lang="));

        assertThat(CarriedThreads.available()).isEqualTo(opened && !"false".equals(System.getProperty(CarriedThreads.PROPERTY)));
    }

    @Test
    void runOnTheThreadOfTheirLoopWhereTheyCan() throws Exception {
        CompletableFuture<String> carrier = new CompletableFuture<>();
        loop.unstarted("test", () -> carrier.complete(carrierOf(Thread.currentThread()))).start();

        assertThat(get(carrier).startsWith("patchbay-loop")).isEqualTo(CarriedThreads.available());
    }

    @Test
    void areNotWhatATaskAsideIsMadeOf() throws Exception {
        CompletableFuture<String> carrier = new CompletableFuture<>();
        loop.unstarted("test", () -> CarriedThreads.aside("aside", () -> carrier.complete(carrierOf(Thread.currentThread()))).start())
                .start();

        assertThat(get(carrier)).startsWith("ForkJoinPool");
    }
}
