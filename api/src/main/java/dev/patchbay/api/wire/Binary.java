package dev.patchbay.api.wire;

import dev.patchbay.api.Stable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/// Records of fixed sizes, in one byte order. What is sent is buffered: where each reply must be a write of its own, call
/// [Connection#flush] after it.
///
/// ```java
/// Binary binary = peer.binary(ByteOrder.LITTLE_ENDIAN);
/// while (binary.hasNext()) {
///     ByteBuffer request = binary.receive(8);
///     int sum = request.getInt() + request.getInt();
///     binary.send(4, reply -> reply.putInt(sum));
/// }
/// ```
@Stable(since = "1.0")
public final class Binary {

    private final Transport transport;
    private final Inbound inbound;
    private final ByteOrder order;

    Binary(Transport transport, ByteOrder order) {
        this.transport = transport;
        inbound = new Inbound(transport);
        this.order = order;
    }

    ByteOrder order() {
        return order;
    }

    /// Waits for the next record to begin.
    ///
    /// @return false if the connection ends here, which is normal: the peer closed it, or this side does
    /// @throws ConnectionException if it broke, or a time limit passed
    public boolean hasNext() {
        return inbound.hasNext();
    }

    /// {@return whether [#receive] would not wait for a record of this size in bytes}
    public boolean isWhole(int size) {
        return transport.input().remaining() >= size;
    }

    /// Waits for the next record.
    ///
    /// @param size its size in bytes, at least 1
    /// @return a read-only view of the record, valid until the next call on this connection
    /// @throws ConnectionException if there is none: the peer closed, or a time limit passed
    public ByteBuffer receive(int size) {
        ByteBuffer record = peek(size);
        ByteBuffer input = transport.input();
        input.position(input.position() + size);
        transport.consumed();
        return record;
    }

    /// Waits for the beginning of the next record and consumes nothing, for records that say their own size:
    ///
    /// ```java
    /// int size = binary.peek(2).getShort();
    /// ByteBuffer record = binary.receive(2 + size);
    /// ```
    ///
    /// @param size how many bytes of it to see, at least 1
    /// @return a read-only view of them, valid until the next call on this connection
    /// @throws ConnectionException if there are not so many: the peer closed, or a time limit passed
    public ByteBuffer peek(int size) {
        ByteBuffer input = inbound.await(size, "a record");
        return input.slice(input.position(), size).asReadOnlyBuffer().order(order);
    }

    /// Sends a record; bytes that `fill` does not put are zero.
    ///
    /// @param size the size of the record in bytes
    /// @param fill puts the fields, in order, into the buffer it is given, which has exactly that size
    public void send(int size, Consumer<ByteBuffer> fill) {
        ByteBuffer output = transport.output(size);
        ByteBuffer record = output.slice(output.position(), size).order(order);
        for (int i = 0; i < size; i++) {
            record.put(i, (byte) 0);
        }
        fill.accept(record);
        output.position(output.position() + size);
    }
}
