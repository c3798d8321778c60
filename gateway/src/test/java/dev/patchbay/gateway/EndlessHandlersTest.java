package dev.patchbay.gateway;

import static dev.patchbay.gateway.TestGateway.connect;
import static dev.patchbay.gateway.TestGateway.receive;
import static dev.patchbay.gateway.TestGateway.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.StreamService;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.management.VirtualThreadSchedulerMXBean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndlessHandlersTest {

    @TempDir
    Path folder;

    private final VirtualThreadSchedulerMXBean scheduler = ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
    private final int parallelism = scheduler.getParallelism();
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicBoolean enough = new AtomicBoolean();

    @AfterEach
    void restore() {
        enough.set(true);
        scheduler.setParallelism(parallelism);
    }

    @Test
    void handlersThatComputeWithoutEndOnEveryProcessorDoNotKeepOthersFromBeingServed() throws Exception {
        TestProtocol endless = new TestProtocol(ProtocolInfo.of("endless", "1.0").silent().port(10792), context -> StreamService.of(peer -> {
            peer.chunks().receive();
            started.incrementAndGet();
            while (!enough.get()) {
                Thread.onSpinWait();
            }
        }));
        TestProtocol echo = new TestProtocol(ProtocolInfo.of("echo", "1.0").silent().port(10793), context -> StreamService.of(peer -> {
            while (peer.frames().hasNext()) {
                peer.frames().send(peer.frames().receive());
            }
        }));
        try (Gateway gateway = TestGateway.start(folder, "listener.endless.port = 0\nlistener.echo.port = 0\n", endless, echo)) {
            List<Socket> callers = new ArrayList<>();
            for (int i = 0; i <= parallelism; i++) {
                Socket caller = connect(gateway, "endless");
                send(caller, "go");
                callers.add(caller);
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> started.get() >= parallelism);

            try (Socket bystander = connect(gateway, "echo")) {
                // Each of them is found out only after a while.
                bystander.setSoTimeout(60_000);
                send(bystander, "0002hi");
                assertThat(receive(bystander, 6)).isEqualTo("0002hi");
            }

            enough.set(true);
            for (Socket caller : callers) {
                caller.close();
            }
        }
    }
}
