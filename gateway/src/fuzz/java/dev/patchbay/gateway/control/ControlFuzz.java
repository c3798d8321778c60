package dev.patchbay.gateway.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.jspecify.annotations.Nullable;

/// The control socket: any bytes are answered by a line that says how it went, or not at all.
class ControlFuzz {

    private static @Nullable DataFolder data;
    private static @Nullable ControlSocket socket;
    private static @Nullable Path path;

    @BeforeAll
    static void open() throws IOException {
        DataFolder folder = DataFolder.open(Files.createTempDirectory("patchbay-fuzz"));
        data = folder;
        path = ControlPath.of(folder.path());
        socket = ControlSocket.open(folder, request -> {
            if (request.length() % 2 == 0) {
                throw new IllegalArgumentException("no " + request);
            }
            return request;
        });
    }

    @AfterAll
    static void close() throws IOException {
        if (socket != null && data != null) {
            socket.close();
            data.close();
        }
    }

    @FuzzTest
    void requestsAreAnsweredOrNot(byte[] input) throws IOException {
        if (path == null) {
            throw new IllegalStateException("not opened");
        }
        try (SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            client.write(ByteBuffer.wrap(input));
            client.shutdownOutput();
            String answer = ControlWire.readAnswer(client);
            assertThat(answer.isEmpty() || answer.startsWith("ok\n") || answer.startsWith("error ")).isTrue();
            int end = new String(input, UTF_8).indexOf('\n');
            assertThat(answer.isEmpty()).as("whole requests of at most a thousand bytes are answered").isEqualTo(end < 0);
        } catch (IOException e) {
            assertThat(input.length).as("only what is too long is cut off: %s", e).isGreaterThan(ControlWire.MAX_REQUEST);
        }
    }
}
