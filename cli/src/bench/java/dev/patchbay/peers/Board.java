package dev.patchbay.peers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A client of bbs-1.0.
///
/// @param address of the server
record Board(InetSocketAddress address) {

    private static final int POSTERS = 64;
    private static final byte[] ENTRY = message("spam, eggs, sausage and spam: all there is");

    private static byte[] message(String text) {
        return String.format("%04d%s", text.length(), text).getBytes(US_ASCII);
    }

    /// Posts so many entries, and returns when all are on the board.
    void post(int number) throws IOException {
        try (ExecutorService posters = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < POSTERS; i++) {
                int share = number / POSTERS + (i < number % POSTERS ? 1 : 0);
                done.add(posters.submit(() -> {
                    postOnOne(share);
                    return null;
                }));
            }
            for (Future<?> each : done) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("posting failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void postOnOne(int number) throws IOException {
        try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
            for (int i = 0; i < number; i++) {
                socket.getOutputStream().write(ENTRY);
            }
            socket.getOutputStream().write(message("quit"));
            // The server closes when it has read that, and everything before.
            InputStream rest = socket.getInputStream();
            while (rest.read() >= 0) {
                // Only the banner.
            }
        }
    }

    /// Lists the board so many times on one connection.
    ///
    /// @throws IOException also if there are not as many entries as expected
    void list(int entries, int times) throws IOException {
        try (Socket socket = new Socket(address.getAddress(), address.getPort());
                DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16))) {
            read(in);
            for (int i = 0; i < times; i++) {
                socket.getOutputStream().write(message("list"));
                String count = read(in);
                if (!count.equals(Integer.toString(entries))) {
                    throw new IOException("the board has " + count + " entries, not " + entries);
                }
                for (int j = 0; j < entries; j++) {
                    in.skipNBytes(length(in));
                }
            }
        }
    }

    private static String read(DataInputStream in) throws IOException {
        return new String(in.readNBytes(length(in)), US_ASCII);
    }

    private static int length(DataInputStream in) throws IOException {
        int length = 0;
        for (int i = 0; i < 4; i++) {
            length = 10 * length + in.readByte() - '0';
        }
        return length;
    }
}
