package dev.patchbay.cli.repl;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.client.Console;
import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Style;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/// The receiver of the lab: listens, prints what arrives as text, a line for each piece, and ends when somebody sends `exit` or
/// the user interrupts it.
final class Receiver implements AutoCloseable {

    /// What the lab's own receiver reads at once.
    private static final int PIECE = 256;

    private final ServerSocket server;
    private final Console console;
    private final Set<Socket> peers = ConcurrentHashMap.newKeySet();
    private final CountDownLatch over = new CountDownLatch(1);

    private Receiver(ServerSocket server, Console console) {
        this.server = server;
        this.console = console;
    }

    /// Listens until it is told to end.
    static void listen(InetSocketAddress address, Console console) throws CommandFailure, InterruptedException {
        try (ServerSocket server = new ServerSocket();
                Receiver receiver = new Receiver(server, console)) {
            server.bind(address);
            Listening.announce(console, (InetSocketAddress) server.getLocalSocketAddress(), "ends when somebody sends 'exit', or with Ctrl-C");
            Thread.ofVirtual().name("patchbay-listen").start(receiver::accept);
            receiver.over.await();
        } catch (IOException e) {
            throw CommandFailure.unreachable("cannot listen on " + Address.label(address) + ": " + e.getMessage());
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket peer = server.accept();
                peers.add(peer);
                Thread.ofVirtual().name("patchbay-receive").start(() -> receive(peer));
            }
        } catch (IOException e) {
            over.countDown();
        }
    }

    private void receive(Socket peer) {
        String from = peer.getInetAddress().getHostAddress();
        char[] piece = new char[PIECE];
        // A reader, not the stream: it keeps the first bytes of a character until the others arrive.
        try (peer;
                Reader input = new InputStreamReader(peer.getInputStream(), UTF_8)) {
            for (int count = input.read(piece); count >= 0; count = input.read(piece)) {
                show(from, new String(piece, 0, count));
            }
        } catch (IOException e) {
            // This peer is gone; others may come.
        } finally {
            peers.remove(peer);
        }
    }

    private void show(String from, String text) {
        for (String line : text.lines().toList()) {
            console.print(Item.of("message").with("from", from, Style.NAME).with("text", line));
        }
        if (text.strip().equals("exit")) {
            over.countDown();
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket peer : peers) {
            peer.close();
        }
    }
}
