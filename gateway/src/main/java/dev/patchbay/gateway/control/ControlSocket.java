package dev.patchbay.gateway.control;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.patchbay.gateway.text.SafeText;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/// Listens on a Unix domain socket in the data folder, for its owner only, and answers one request on each connection.
///
/// A request is a line of at most a thousand bytes of UTF-8. The answer is the line `ok` and then text up to the end of the
/// connection, or the line `error MESSAGE`. A client has a few seconds for all of it; one that dawdles holds up no other.
public final class ControlSocket implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ControlSocket.class.getName());
    private static final Duration TIME = Duration.ofSeconds(5);
    private static final int MAX_CLIENTS = 64;
    private static final int BACKLOG = 1024;

    private final Path path;
    private final ServerSocketChannel server;
    private final UnaryOperator<String> answers;
    private final Duration time;
    private final Semaphore places = new Semaphore(MAX_CLIENTS);
    private final Set<SocketChannel> clients = ConcurrentHashMap.newKeySet();

    private ControlSocket(Path path, ServerSocketChannel server, UnaryOperator<String> answers, Duration time) {
        this.path = path;
        this.server = server;
        this.answers = answers;
        this.time = time;
    }

    /// Opens the socket and answers from now on.
    ///
    /// @param data    the data folder, which this process holds; a socket that lies there is a leftover and is replaced
    /// @param answers makes the answer to a request, on any thread; an IllegalArgumentException is an error of who asks, and
    ///                its message the answer
    /// @throws IOException if it cannot be opened; the message says what to do
    public static ControlSocket open(DataFolder data, UnaryOperator<String> answers) throws IOException {
        return open(data, answers, TIME);
    }

    static ControlSocket open(DataFolder data, UnaryOperator<String> answers, Duration time) throws IOException {
        Path path = ControlPath.of(data.path());
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            Path folder = path.resolveSibling(".control");
            OwnerOnly.createFolders(folder);
            ControlPath.checkOwner(path, data.path());
            bind(server, folder.resolve("s"), path);
            Files.delete(folder);
        } catch (IOException e) {
            server.close();
            throw new IOException("the control socket " + path + " cannot be opened: " + e.getMessage(), e);
        }
        ControlSocket socket = new ControlSocket(path, server, answers, time);
        Thread.ofVirtual().name("control").start(socket::acceptAll);
        return socket;
    }

    /// The socket is made where nobody can reach it, and moved to its place when only its owner may use it.
    private static void bind(ServerSocketChannel server, Path hidden, Path path) throws IOException {
        Files.deleteIfExists(hidden);
        server.bind(UnixDomainSocketAddress.of(hidden), BACKLOG);
        OwnerOnly.restrictFile(hidden);
        Files.move(hidden, path, ATOMIC_MOVE);
    }

    private void acceptAll() {
        while (server.isOpen()) {
            try {
                accept();
            } catch (IOException e) {
                pauseAfter(e);
            }
        }
    }

    /// With too many clients at once the next ones wait in the backlog, and not for long: each has but a few seconds.
    private void accept() throws IOException {
        places.acquireUninterruptibly();
        try {
            SocketChannel client = server.accept();
            clients.add(client);
            Thread.ofVirtual().name("control client").start(() -> serve(client));
        } catch (IOException e) {
            places.release();
            throw e;
        }
    }

    /// Such as too many open files, which passes.
    private void pauseAfter(IOException failure) {
        if (server.isOpen()) {
            LOG.log(WARNING, "the control socket cannot accept now: {0}", failure.getMessage());
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
    }

    private void serve(SocketChannel client) {
        try (client) {
            write(client, answer(read(client)));
        } catch (IOException e) {
            LOG.log(DEBUG, "a control client left: {0}", e.getMessage());
        } finally {
            clients.remove(client);
            places.release();
        }
    }

    private String read(SocketChannel client) throws IOException {
        try (Deadline _ = new Deadline(client, time)) {
            return ControlWire.readRequest(client);
        }
    }

    private void write(SocketChannel client, String answer) throws IOException {
        try (Deadline _ = new Deadline(client, time)) {
            ControlWire.write(client, answer);
        }
    }

    private String answer(String request) {
        try {
            return "ok\n" + answers.apply(request);
        } catch (IllegalArgumentException e) {
            return "error " + SafeText.of(String.valueOf(e.getMessage())) + "\n";
        } catch (RuntimeException e) {
            LOG.log(ERROR, "the control request failed: " + SafeText.of(request), e);
            return "error the gateway failed at this request; its log says more\n";
        }
    }

    /// Stops to answer and removes the socket. Calling it again does nothing.
    @Override
    public void close() throws IOException {
        if (!server.isOpen()) {
            return;
        }
        server.close();
        Files.deleteIfExists(path);
        for (SocketChannel client : clients) {
            client.close();
        }
    }
}
