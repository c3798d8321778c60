package dev.patchbay.testkit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// What comes to a peer, byte by byte. Whatever goes wrong, it knows in the end why there was no more.
final class PeerInput {

    /// What is not there, or is.
    enum End {
        /// There may be more.
        OPEN("the connection is open", "", ""),

        /// Nothing came for as long as the patience lasted.
        SILENT("the connection is open", "nothing within ", " and no more within "),

        /// The server said that there is no more.
        CLOSED("the server has closed the connection", "the end of the connection", " and then the end of the connection"),

        /// The server broke the connection off.
        RESET("the server has reset the connection", "a reset of the connection", " and then a reset of the connection");

        private final String state;
        private final String alone;
        private final String after;

        End(String state, String alone, String after) {
            this.state = state;
            this.alone = alone;
            this.after = after;
        }
    }

    /// More than this is not shown to anybody.
    private static final int MOST = 2000;

    private final Socket socket;
    private final InputStream stream;
    private Patience patience = Patience.USUAL;
    private End end = End.OPEN;

    PeerInput(Socket socket) throws IOException {
        this.socket = socket;
        stream = new BufferedInputStream(socket.getInputStream());
        socket.setSoTimeout(patience.millis());
    }

    void patience(Duration time) {
        patience = new Patience(time);
        limit(patience);
    }

    private void limit(Patience limit) {
        try {
            socket.setSoTimeout(limit.millis());
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// {@return the next byte; or -1, and then [#end] says why}
    int read() {
        if (socket.isClosed()) {
            throw new IllegalStateException("this peer is closed");
        }
        try {
            int next = stream.read();
            end = next < 0 ? End.CLOSED : End.OPEN;
            return next;
        } catch (SocketTimeoutException e) {
            end = End.SILENT;
        } catch (SocketException e) {
            end = End.RESET;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return -1;
    }

    /// Reads bytes for as long as there are any and they are these.
    ///
    /// @return what was read; a byte that is another one is the last of it
    byte[] readWhile(byte[] expected) {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        for (byte each : expected) {
            int next = read();
            if (next >= 0) {
                read.write(next);
            }
            if (next != (each & 0xff)) {
                break;
            }
        }
        return read.toByteArray();
    }

    /// {@return the next bytes; fewer if no more come}
    byte[] read(int count) {
        ByteArrayOutputStream read = new ByteArrayOutputStream(Math.min(count, MOST));
        for (int next = 0; read.size() < count && next >= 0;) {
            next = read();
            write(next, read);
        }
        return read.toByteArray();
    }

    /// {@return the bytes up to the next line feed, and that one, if it comes}
    byte[] readLine() {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        for (int next = 0; next != '\n' && next >= 0;) {
            next = read();
            write(next, read);
        }
        return read.toByteArray();
    }

    /// {@return what is there at the moment, for whoever looks for what went wrong}
    byte[] readAvailable() {
        if (end != End.OPEN) {
            return new byte[0];
        }
        limit(Patience.SHORT);
        byte[] read = read(MOST);
        limit(patience);
        end = end == End.SILENT ? End.OPEN : end;
        return read;
    }

    private static void write(int next, ByteArrayOutputStream target) {
        if (next >= 0) {
            target.write(next);
        }
    }

    End end() {
        return end;
    }

    /// {@return how the connection stands, in words}
    String state() {
        return end.state;
    }

    /// {@return what was received, in words, and what kept it from being more}
    String received(byte[] read) {
        String limit = end == End.SILENT ? patience.toString() : "";
        return read.length == 0 && end != End.OPEN ? end.alone + limit : VisibleBytes.quoted(read) + end.after + limit;
    }

    Patience patience() {
        return patience;
    }
}
