package dev.patchbay.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A peer that runs, in a process of its own.
final class Server implements AutoCloseable {

    private final Peer peer;
    private final Scratch scratch;
    private final Process process;
    private long startNanos;
    private final long began = System.nanoTime();
    private final Map<String, InetSocketAddress> listeners = new HashMap<>();

    private Server(Peer peer, Scratch scratch, Process process) {
        this.peer = peer;
        this.scratch = scratch;
        this.process = process;
    }

    /// Starts a peer, and returns when it is ready.
    ///
    /// @param java options for a Java machine, if it is one
    static Server start(Peer peer, Scratch scratch, String... java) throws IOException {
        Path own = scratch.folder(peer.name());
        ProcessBuilder builder = new ProcessBuilder(
                peer.command().stream().map(word -> word.equals(Peer.FOLDER) ? own.toString() : word).toList());
        Path log = scratch.log(peer);
        builder.redirectError(Redirect.appendTo(log.toFile()));
        builder.environment().put("PATCHBAY_JAVA", System.getProperty("java.home"));
        if (java.length > 0) {
            builder.environment().put("JAVA_TOOL_OPTIONS", String.join(" ", java));
        }
        Server server = new Server(peer, scratch, builder.start());
        // Whoever interrupts this does not want servers that stay.
        Runtime.getRuntime().addShutdownHook(new Thread(server.process::destroy));
        try {
            server.awaitReady();
            return server;
        } catch (IOException e) {
            server.close();
            throw new IOException(peer.name() + " did not start: see " + log, e);
        }
    }

    // What comes after "ready" is not read: no server here has more to say.
    private void awaitReady() throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); ; line = lines.readLine()) {
            if (line == null) {
                throw new IOException("it ended before it was ready");
            }
            if (line.equals("ready")) {
                startNanos = System.nanoTime() - began;
                return;
            }
            String[] words = line.split(" +");
            int colon = words.length < 2 ? -1 : words[1].lastIndexOf(':');
            if (colon > 0) {
                int port = Integer.parseInt(words[1].substring(colon + 1));
                listeners.put(words[0], new InetSocketAddress(words[1].substring(0, colon), port));
            }
        }
    }

    Peer peer() {
        return peer;
    }

    /// {@return how long it took to be ready}
    long startNanos() {
        return startNanos;
    }

    /// {@return another one of the same kind}
    Server another(String... java) throws IOException {
        return start(peer, scratch, java);
    }

    InetSocketAddress address(String protocol) throws IOException {
        InetSocketAddress address = listeners.get(protocol);
        if (address == null) {
            throw new IOException("it does not serve " + protocol);
        }
        return address;
    }

    long cpuNanos() {
        return CpuClock.nanos(process.toHandle());
    }

    /// Has a Java machine give back what it does not need any more; others keep nothing like it.
    void tidy() throws IOException {
        if (process.info().command().filter(command -> command.endsWith("/java")).isPresent()) {
            Tools.succeeds(Tools.ofJdk("jcmd"), Long.toString(process.pid()), "GC.run");
            Tools.succeeds(Tools.ofJdk("jcmd"), Long.toString(process.pid()), "System.trim_native_heap");
        }
    }

    /// {@return its memory in bytes; 0 where there is no /proc to tell}
    long residentBytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
            }
        }
        return 0;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
