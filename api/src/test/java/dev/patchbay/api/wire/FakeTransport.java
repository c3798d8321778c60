package dev.patchbay.api.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.wire.ConnectionException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// A transport without a network: what the peer sends is given in advance, what is sent to the peer is recorded.
///
/// It is as unkind as its contract allows. A packet is given only when nothing that is there will do; each [#fill] moves the
/// input to a new buffer and spoils the one before; both buffers begin and end with bytes that are nobody's.
public final class FakeTransport implements Transport {

    private static final byte NOISE = '#';
    private static final int MARGIN = 3;

    private final Deque<byte[]> arrivals = new ArrayDeque<>();
    private final List<Wait> waits = new ArrayList<>();
    private final List<byte[]> writes = new ArrayList<>();
    private final ByteArrayOutputStream unsent = new ByteArrayOutputStream();
    private InetSocketAddress peer = new InetSocketAddress(InetAddress.getLoopbackAddress(), 50000);
    private Duration idleLimit = Duration.ZERO;
    private String closed = "";
    private ByteBuffer input = withMargins(0);
    private ByteBuffer output = withMargins(0);
    private int promised;

    private FakeTransport() {}

    /// A peer that sends these packets, each as one arrival, and closes.
    public static FakeTransport receiving(String... packets) {
        return receiving(Arrays.stream(packets).map(packet -> packet.getBytes(UTF_8)).toList());
    }

    static FakeTransport receiving(List<byte[]> packets) {
        FakeTransport transport = new FakeTransport();
        transport.arrivals.addAll(packets);
        return transport;
    }

    FakeTransport from(InetSocketAddress address) {
        peer = address;
        return this;
    }

    /// What was sent, one element for each write.
    public List<String> writes() {
        return writes.stream().map(bytes -> new String(bytes, UTF_8)).toList();
    }

    List<byte[]> writtenBytes() {
        return writes;
    }

    /// What each [#fill] that found too little was told it waits for.
    List<Wait> waits() {
        return waits;
    }

    Duration lastIdleLimit() {
        return idleLimit;
    }

    /// Why it was closed; empty if it was not.
    String closedBecause() {
        return closed;
    }

    @Override
    public ByteBuffer input() {
        return input;
    }

    @Override
    public int fill(int atLeast, Wait wait) {
        assertThat(atLeast).as("what fill is asked for").isPositive();
        if (input.remaining() < atLeast) {
            flush();
            waits.add(wait);
        }
        while (input.remaining() < atLeast && !arrivals.isEmpty()) {
            receive(arrivals.remove());
        }
        return input.remaining();
    }

    private void receive(byte[] packet) {
        ByteBuffer before = input;
        input = withMargins(before.remaining() + packet.length);
        input.mark().put(before).put(packet).reset();
        spoil(before);
    }

    @Override
    public ByteBuffer output(int size) {
        check();
        endMessage();
        promised = size;
        output = withMargins(size).limit(MARGIN + size + MARGIN);
        return output;
    }

    private void endMessage() {
        int size = output.position() - MARGIN;
        assertThat(size).as("bytes put where a message of %s was announced", promised).isIn(0, promised);
        byte[] message = new byte[size];
        output.get(MARGIN, message);
        unsent.writeBytes(message);
        output = withMargins(0);
    }

    @Override
    public void flush() {
        check();
        endMessage();
        if (unsent.size() > 0) {
            writes.add(unsent.toByteArray());
            unsent.reset();
        }
    }

    @Override
    public void send(FileChannel file, long position, long count) {
        flush();
        try {
            byte[] bytes = new byte[Math.toIntExact(count)];
            assertThat(file.read(ByteBuffer.wrap(bytes), position)).as("bytes of the file").isEqualTo(bytes.length);
            writes.add(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean publish(Message message) {
        if (!closed.isEmpty()) {
            return false;
        }
        byte[] bytes = new byte[message.size()];
        message.buffer().get(bytes);
        writes.add(bytes);
        return true;
    }

    @Override
    public void idleLimit(Duration limit) {
        idleLimit = limit;
    }

    @Override
    public void closeGently(String reason) {
        if (closed.isEmpty()) {
            flush();
            closed = reason;
        }
    }

    @Override
    public void closeNow(String reason) {
        closed = closed.isEmpty() ? reason : closed;
    }

    private void check() {
        if (!closed.isEmpty()) {
            throw new ConnectionException(Reason.CLOSED_HERE, closed);
        }
    }

    @Override
    public InetSocketAddress peer() {
        return peer;
    }

    @Override
    public InetSocketAddress local() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 10333);
    }

    private static ByteBuffer withMargins(int size) {
        ByteBuffer buffer = ByteBuffer.allocate(MARGIN + size + MARGIN);
        spoil(buffer);
        return buffer.position(MARGIN).limit(MARGIN + size);
    }

    private static void spoil(ByteBuffer buffer) {
        buffer.clear();
        for (int i = 0; i < buffer.capacity(); i++) {
            buffer.put(i, NOISE);
        }
    }
}
