package dev.patchbay.cli.readme;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The gateway of an installation, as `patchbay serve` starts it.
final class RunningGateway implements AutoCloseable {

    private final Installation installation;
    private final Path output;
    private final Process process;
    private final List<String> beginning;

    private RunningGateway(Installation installation, Path output, Process process) throws IOException {
        this.installation = installation;
        this.output = output;
        this.process = process;
        beginning = output();
    }

    static RunningGateway start(Installation installation) throws IOException {
        Path output = installation.folder().resolve("serve.out");
        Process process = installation.process("exec patchbay serve").redirectOutput(output.toFile()).start();
        await().atMost(Duration.ofSeconds(60)).until(() -> !process.isAlive() || Files.readAllLines(output).contains("ready"));
        String said = Files.readString(output);
        if (!process.isAlive() || said.contains("disabled: ")) {
            process.destroyForcibly();
            throw new AssertionError("the gateway does not serve everything: " + said);
        }
        return new RunningGateway(installation, output, process);
    }

    /// {@return what it has said until it was ready, as READMEs say it}
    List<String> beginning() {
        return beginning;
    }

    /// {@return what it has said so far, as READMEs say it}
    List<String> output() throws IOException {
        return installation.outward(Files.readAllLines(output));
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
