package dev.patchbay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.cli.Distribution.Run;
import dev.patchbay.cli.repl.ScriptedServer;
import dev.patchbay.testkit.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The distribution measures itself.
class BenchIT {

    @TempDir
    Path folder;

    @Test
    void aGatewayIsMeasuredWithWhatItTakes() throws Exception {
        Distribution distribution = new Distribution(folder);
        Process gateway = distribution.serve(folder.resolve("serve.out"), Distribution.plugins(), "", "lobby", "calc", "filetransfer");
        try {
            Run run = distribution.run("bench", "calc", "--connections", "4", "--depth", "8", "--seconds", "0.5", "--warmup", "0.5", "--json");

            assertThat(run.err()).isEmpty();
            Map<String, Object> figures = JsonObject.read(run.out().strip());
            assertThat(figures).containsEntry("protocol", "calc").containsEntry("load", "add").containsEntry("errors", 0L);
            assertThat((Long) figures.get("requests")).isPositive();
            if (Files.isReadable(Path.of("/proc/net/tcp"))) {
                assertThat(figures).containsEntry("server_pid", gateway.pid());
                assertThat((Long) figures.get("server_cpu_ns")).isPositive();
                assertThat((Long) figures.get("server_memory_bytes")).isGreaterThan(10_000_000);
            }

            Run put = distribution.run("bench", "filetransfer", "put", "--connections", "1", "--size", "10");
            assertThat(put.code()).isEqualTo(2);
            assertThat(put.err()).contains("files that are put could not be removed again", "set delete = true for the listener");
        } finally {
            gateway.destroy();
            gateway.waitFor();
        }
    }

    @Test
    void whoStopsARunIsToldWhatWasMeasuredByThen() throws Exception {
        AtomicInteger answers = new AtomicInteger();
        ScriptedServer.Script echo = peer -> {
            while (true) {
                peer.receive("hello".length());
                peer.send(new byte[] {'O', 'K'});
                answers.incrementAndGet();
            }
        };
        Path output = folder.resolve("bench.out");
        try (ScriptedServer server = new ScriptedServer(echo)) {
            Process bench = new Distribution(folder)
                    .start(output, "bench", "ok", "--to", server.address(), "--connections", "1", "--warmup", "0", "--seconds", "600");
            try {
                // By then it is surely being measured.
                await().until(() -> answers.get() > 10_000);

                bench.destroy();

                assertThat(bench.waitFor()).isNotZero();
                assertThat(output).content()
                        .startsWith("ok ask at " + server.address() + ": 1 connection, ")
                        .contains("throughput", "latency", "errors         none");
            } finally {
                bench.destroyForcibly();
            }
        }
    }

    @Test
    void everyProtocolThatHasLoadsIsListed() throws Exception {
        assertThat(new Distribution(folder).run("bench").out().lines().map(line -> line.replaceFirst(" +(\\S+) .*", " $1"))).containsExactly(
                "PROTOCOL LOAD",
                "bbs list", "bbs post", "bbs-1.0 list", "bbs-1.1 list",
                "calc add", "calc-binary text", "calc-binary int",
                "chat fan-out",
                "dns ask",
                "filetransfer get", "filetransfer put",
                "ok ask",
                "(any) connect", "(any) idle");
    }
}
