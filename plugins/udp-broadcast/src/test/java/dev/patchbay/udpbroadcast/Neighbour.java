package dev.patchbay.udpbroadcast;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;

/// Another program of the network: sends from one socket and hears with another, which shares the port with the gateway.
final class Neighbour implements AutoCloseable {

    private final InetSocketAddress everybody;
    private final DatagramSocket sending;
    private final DatagramChannel hearing;

    /// @param from      the address it sends from
    /// @param everybody where broadcasts go
    Neighbour(String from, InetSocketAddress everybody) throws IOException {
        this(from, everybody, 0);
    }

    /// @param port the port it sends from
    Neighbour(String from, InetSocketAddress everybody, int port) throws IOException {
        sending = new DatagramSocket(null);
        sending.setReuseAddress(true);
        sending.bind(new InetSocketAddress(InetAddress.ofLiteral(from), port));
        sending.setBroadcast(true);
        this.everybody = everybody;
        hearing = DatagramChannel.open();
        hearing.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        hearing.bind(everybody);
        hearing.socket().setSoTimeout(10_000);
    }

    String name() {
        return sending.getLocalAddress().getHostAddress() + ":" + sending.getLocalPort();
    }

    void send(String text) throws IOException {
        send(text.getBytes(UTF_8));
    }

    void send(byte[] bytes) throws IOException {
        sending.send(new DatagramPacket(bytes, bytes.length, everybody));
    }

    String hear() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
        hearing.socket().receive(packet);
        return new String(packet.getData(), 0, packet.getLength(), UTF_8);
    }

    @Override
    public void close() throws IOException {
        sending.close();
        hearing.close();
    }
}
