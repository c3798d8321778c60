package dev.patchbay.cli.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The tables of TCP sockets of a Linux: `/proc/net/tcp` and `tcp6`.
final class ListeningSockets {

    private static final String LISTEN = "0A";
    private static final int LOCAL = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private ListeningSockets() {}

    /// {@return the inodes of the sockets at which a connection to this address arrives}
    ///
    /// @param proc the folder `/proc`
    /// @throws IOException if there are no such tables
    static Set<String> inodes(Path proc, InetSocketAddress address) throws IOException {
        List<String> lines = Files.readAllLines(proc.resolve("net/tcp"));
        Path six = proc.resolve("net/tcp6");
        Stream<String> more = Files.isReadable(six) ? Files.readAllLines(six).stream() : Stream.empty();
        return Stream.concat(lines.stream(), more)
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length > INODE && fields[STATE].equals(LISTEN) && takes(fields[LOCAL], address))
                .map(fields -> fields[INODE])
                .collect(Collectors.toSet());
    }

    private static boolean takes(String local, InetSocketAddress address) {
        String[] parts = local.split(":");
        InetAddress host = host(parts[0]);
        return Integer.parseInt(parts[1], 16) == address.getPort() && (host.isAnyLocalAddress() || host.equals(address.getAddress()));
    }

    /// Words of four bytes, each as the processor has it.
    private static InetAddress host(String hex) {
        ByteBuffer bytes = ByteBuffer.allocate(hex.length() / 2);
        for (int i = 0; i < hex.length(); i += 8) {
            int word = HexFormat.fromHexDigits(hex, i, i + 8);
            bytes.putInt(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? Integer.reverseBytes(word) : word);
        }
        try {
            return InetAddress.getByAddress(bytes.array());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of " + hex.length() / 2 + " bytes", e);
        }
    }
}
