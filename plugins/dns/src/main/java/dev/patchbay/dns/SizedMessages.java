package dev.patchbay.dns;

import dev.patchbay.api.wire.Binary;
import java.nio.ByteBuffer;

/// Messages of the DNS on a connection: two bytes with the size, big-endian, then the message.
final class SizedMessages {

    private SizedMessages() {}

    static byte[] receive(Binary binary) {
        int size = Short.toUnsignedInt(binary.peek(Short.BYTES).getShort());
        ByteBuffer record = binary.receive(Short.BYTES + size);
        byte[] message = new byte[size];
        record.get(Short.BYTES, message);
        return message;
    }

    static void send(Binary binary, byte[] message) {
        binary.send(Short.BYTES + message.length, record -> record.putShort((short) message.length).put(message));
    }
}
