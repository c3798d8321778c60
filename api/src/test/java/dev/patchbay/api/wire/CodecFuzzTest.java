package dev.patchbay.api.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.wire.ConnectionException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// Generated streams, cut into generated packets: the same in every run.
class CodecFuzzTest {

    private static final int STREAMS = 3000;
    private static final int LONGEST_LINE = 20;

    /// What means something to one codec or another.
    private static final List<String> PIECES = List.of("0000", "0001a", "0002é", "0005hello", "0001é", "9", "x", "\n", "\r\n", "\r", "żółw 😀");

    @FunctionalInterface
    private interface Rule {
        void check(byte[] stream, Connection connection, RandomGenerator random) throws IOException;
    }

    private static void each(Rule rule) {
        for (int seed = 0; seed < STREAMS; seed++) {
            RandomGenerator random = new SplittableRandom(seed);
            byte[] stream = stream(random);
            try {
                rule.check(stream, new Connection(FakeTransport.receiving(packets(stream, random))), random);
            } catch (AssertionError | IOException | RuntimeException e) {
                throw new AssertionError("stream " + seed + " fails: " + Arrays.toString(stream), e);
            }
        }
    }

    private static byte[] stream(RandomGenerator random) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int i = random.nextInt(12); i > 0; i--) {
            stream.writeBytes(PIECES.get(random.nextInt(PIECES.size())).getBytes(UTF_8));
            if (random.nextInt(6) == 0) {
                stream.write(random.nextInt());
            }
        }
        return stream.toByteArray();
    }

    private static List<byte[]> packets(byte[] stream, RandomGenerator random) {
        List<byte[]> packets = new ArrayList<>();
        for (int start = 0; start < stream.length; start += packets.getLast().length) {
            packets.add(Arrays.copyOfRange(stream, start, Math.min(stream.length, start + random.nextInt(1, 8))));
        }
        return packets;
    }

    @Test
    void whatFramesGiveIsWhatCameUpToTheFirstViolation() {
        each((stream, connection, random) -> {
            ByteArrayOutputStream seen = new ByteArrayOutputStream();
            try {
                while (connection.frames().hasNext()) {
                    byte[] text = connection.frames().receive().getBytes(UTF_8);
                    seen.writeBytes(String.format(Locale.ROOT, "%04d", text.length).getBytes(UTF_8));
                    seen.writeBytes(text);
                }
                assertThat(seen.toByteArray()).isEqualTo(stream);
            } catch (ConnectionException e) {
                assertThat(e.reason()).isIn(Reason.VIOLATION, Reason.CUT_SHORT);
                assertThat(Arrays.copyOf(stream, seen.size())).isEqualTo(seen.toByteArray());
                assertThat(seen.size()).isLessThan(stream.length);
            }
        });
    }

    @Test
    void linesAreWhatStandsBetweenLineFeeds() {
        each((stream, connection, random) -> {
            List<String> expected = new ArrayList<>();
            boolean tooLong = lines(stream, expected);
            Lines lines = connection.lines(LONGEST_LINE);
            List<String> seen = new ArrayList<>();
            try {
                while (lines.hasNext()) {
                    seen.add(lines.receive());
                }
                assertThat(tooLong).isFalse();
            } catch (ConnectionException e) {
                assertThat(tooLong).as(e.getMessage()).isTrue();
            }
            assertThat(seen).isEqualTo(expected);
        });
    }

    /// The lines as somebody else finds them; whether there is one that is too long behind those.
    private static boolean lines(byte[] stream, List<String> lines) {
        int start = 0;
        for (int i = 0; i <= stream.length; i++) {
            boolean last = i == stream.length;
            if (last ? i > start : stream[i] == '\n') {
                int end = i > start && stream[i - 1] == '\r' ? i - 1 : i;
                if (end - start > LONGEST_LINE) {
                    return true;
                }
                lines.add(new String(stream, start, end - start, UTF_8));
                start = i + 1;
            }
        }
        return false;
    }

    @Test
    void chunksTogetherAreTheWholeTextWhereverTheyWereCut() {
        each((stream, connection, random) -> {
            StringBuilder seen = new StringBuilder();
            while (connection.chunks().hasNext()) {
                String chunk = connection.chunks().receive();
                assertThat(chunk).isNotEmpty();
                seen.append(chunk);
            }
            assertThat(seen).hasToString(new String(stream, UTF_8));
        });
    }

    @Test
    void codecsThatTakeTurnsLoseNoByte() {
        each((stream, connection, random) -> {
            ByteArrayOutputStream seen = new ByteArrayOutputStream();
            Binary binary = connection.binary(ByteOrder.BIG_ENDIAN);
            try {
                while (binary.hasNext()) {
                    int size = random.nextInt(1, 7);
                    switch (random.nextInt(4)) {
                        case 0 -> seen.writeBytes(bytes(binary.receive(size)));
                        case 1 -> assertThat(bytes(binary.peek(size))).isEqualTo(Arrays.copyOfRange(stream, seen.size(), seen.size() + size));
                        case 2 -> seen.writeBytes(connection.chunks().receiveBytes());
                        default -> connection.content().receive(size, Channels.newChannel(seen));
                    }
                }
                assertThat(seen.toByteArray()).isEqualTo(stream);
            } catch (ConnectionException e) {
                assertThat(e.reason()).isEqualTo(Reason.CUT_SHORT);
                assertThat(Arrays.copyOf(stream, seen.size())).isEqualTo(seen.toByteArray());
            }
        });
    }

    private static byte[] bytes(ByteBuffer record) {
        byte[] bytes = new byte[record.remaining()];
        record.get(bytes);
        return bytes;
    }
}
