package dev.patchbay.guess;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The layouts of packets: a byte and a number of 32 bits.
enum PacketFormat {

    /// With three bytes of padding between them, little-endian, as nearly everybody sends it.
    PADDED(8, ByteOrder.LITTLE_ENDIAN),

    /// Without padding, big-endian.
    PACKED_BE(5, ByteOrder.BIG_ENDIAN);

    private final int size;
    private final ByteOrder order;

    PacketFormat(int size, ByteOrder order) {
        this.size = size;
        this.order = order;
    }

    int size() {
        return size;
    }

    ByteOrder order() {
        return order;
    }

    /// Reads a packet; padding does not matter.
    Packet get(ByteBuffer record) {
        int number = record.position() + size - Integer.BYTES;
        return new Packet((char) (record.get(record.position()) & 0xff), record.getInt(number));
    }

    /// Writes a packet; padding is left as it is.
    void put(Packet packet, ByteBuffer record) {
        int number = record.position() + size - Integer.BYTES;
        record.put(record.position(), (byte) packet.letter()).putInt(number, packet.number());
    }

    /// {@return its name in commands}
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> words() {
        return Arrays.stream(values()).map(PacketFormat::word).toList();
    }

    static Optional<PacketFormat> called(String word) {
        return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
    }
}
