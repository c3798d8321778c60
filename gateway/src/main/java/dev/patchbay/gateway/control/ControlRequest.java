package dev.patchbay.gateway.control;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// The asking side of a control socket: each request is a connection of its own.
public final class ControlRequest {

    /// A reload answers when every plugin has started, or has had its time to.
    private static final Duration TIME = Duration.ofSeconds(60);

    private ControlRequest() {}

    /// {@return the socket of the gateway that runs on a data folder; nothing if none does}
    public static Optional<Path> find(Path data) {
        try {
            Path socket = ControlPath.of(data);
            ControlPath.checkOwner(socket, data);
            return Files.exists(socket) && listens(socket) ? Optional.of(socket) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Only a refusal says that nobody does; whatever else is wrong will be told to who asks.
    private static boolean listens(Path socket) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            return true;
        } catch (ConnectException e) {
            return false;
        } catch (SocketException e) {
            return true;
        }
    }

    /// {@return the text of the answer}
    ///
    /// @param request one line
    /// @throws IllegalArgumentException if the gateway refuses the request; the message is its reason
    /// @throws IOException              if there is no answer
    public static String ask(Path socket, String request) throws IOException {
        return ask(socket, request, TIME);
    }

    static String ask(Path socket, String request, Duration time) throws IOException {
        if (request.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a request is one line");
        }
        String answer;
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
                Deadline _ = new Deadline(channel, time)) {
            ControlWire.write(channel, request + "\n");
            answer = ControlWire.readAnswer(channel);
        } catch (AsynchronousCloseException e) {
            throw new IOException("the gateway does not answer on " + socket + " within " + time.toSeconds() + " s", e);
        } catch (IOException e) {
            throw new IOException("the gateway on " + socket + " cannot be asked: " + e.getMessage(), e);
        }
        int end = answer.indexOf('\n');
        String first = end < 0 ? answer : answer.substring(0, end);
        if (first.startsWith("error ")) {
            throw new IllegalArgumentException(first.substring("error ".length()));
        }
        if (!first.equals("ok")) {
            throw new IOException("the gateway on " + socket + " ended the connection without an answer");
        }
        return answer.substring(end + 1);
    }
}
