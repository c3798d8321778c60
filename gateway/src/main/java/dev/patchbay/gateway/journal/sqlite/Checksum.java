package dev.patchbay.gateway.journal.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// What is written beside each row, since SQLite itself hands out wrong bytes without noticing.
///
/// It covers the place of an entry too, or a row that strays to another place would pass for the one that belongs there.
final class Checksum {

    private Checksum() {}

    static long ofEntry(long journal, long offset, long time, @Nullable String id, byte[] payload) {
        CRC32C crc = numbers(journal, offset, time);
        text(crc, id == null ? "" : id);
        crc.update(payload);
        return crc.getValue();
    }

    static long ofJournal(Range range, String plugin, String name) {
        CRC32C crc = numbers(range.journal(), range.first(), range.last());
        text(crc, plugin);
        text(crc, name);
        return crc.getValue();
    }

    private static CRC32C numbers(long... numbers) {
        CRC32C crc = new CRC32C();
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Long.BYTES);
        bytes.asLongBuffer().put(numbers);
        crc.update(bytes);
        return crc;
    }

    /// With its length, so that no text runs into the next one.
    private static void text(CRC32C crc, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        crc.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        crc.update(bytes);
    }
}
