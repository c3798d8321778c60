package dev.patchbay.cli.readme;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A shell in which the commands of a document are run, one after the other: each begins in the folder where the one before has gone to.
final class ShellSession implements AutoCloseable {

    /// What a command printed, and how it ended.
    record Result(int code, List<String> output) {}

    private static final String END = "-- end of the command: ";
    private static final long PATIENCE_SECONDS = 300;

    private final Process shell;
    private final OutputStream input;
    private final BufferedReader output;

    private ShellSession(Process shell) {
        this.shell = shell;
        input = shell.getOutputStream();
        output = shell.inputReader(UTF_8);
    }

    /// @param process that of a shell which is not started yet
    static ShellSession start(ProcessBuilder process) throws IOException {
        return new ShellSession(process.start());
    }

    Result run(String command) throws Exception {
        String framed = "{ " + command + "\n} </dev/null\nprintf '\\n%s%s\\n' '" + END + "' \"$?\"\n";
        input.write(framed.getBytes(UTF_8));
        input.flush();
        CompletableFuture<Result> result = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                result.complete(read());
            } catch (IOException e) {
                result.completeExceptionally(e);
            }
        });
        return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private Result read() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(END)) {
                // The line feed that was put before it ends the last line, or is one too many.
                if (lines.getLast().isEmpty()) {
                    lines.removeLast();
                }
                return new Result(Integer.parseInt(line.substring(END.length())), lines);
            }
            lines.add(line);
        }
        throw new IOException("the shell has ended after " + lines);
    }

    @Override
    public void close() {
        shell.descendants().forEach(ProcessHandle::destroyForcibly);
        shell.destroyForcibly().onExit().join();
    }
}
