package dev.patchbay.api.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The codecs, over packets of any size. Whatever comes, they give messages or end the connection.
class WireFuzz {

    private static final int STEPS = 8;

    @FuzzTest
    void anyBytesWillDo(byte[] input) throws Exception {
        framesReadWhatWouldBeWrittenAgain(input);
        linesAreTheTextWithoutItsEnds(input);
        chunksLoseNothing(input);
        codecsMayChangeAtAnyPoint(input);
    }

    private static void framesReadWhatWouldBeWrittenAgain(byte[] input) {
        byte[] given = behind(1, input);
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        try {
            Frames frames = connection(input, given).frames();
            while (frames.hasNext()) {
                ByteBuffer frame = Message.frame(frames.receive()).buffer();
                while (frame.hasRemaining()) {
                    again.write(frame.get());
                }
            }
            assertThat(again.toByteArray()).isEqualTo(given);
        } catch (ConnectionException e) {
            assertThat(again.toByteArray()).isEqualTo(Arrays.copyOf(given, again.size()));
        }
    }

    private void linesAreTheTextWithoutItsEnds(byte[] input) {
        byte[] given = behind(1, input);
        List<String> received = new ArrayList<>();
        try {
            Lines lines = connection(input, given).lines(100);
            while (lines.hasNext()) {
                received.add(lines.receive());
            }
            assertThat(received).isEqualTo(Arrays.stream(new String(given, UTF_8).split("\n", -1))
                    .map(line -> line.endsWith("\r") ? line.substring(0, line.length() - 1) : line)
                    .limit(received.size())
                    .toList());
        } catch (ConnectionException e) {
            assertThat(e.reason()).isEqualTo(ConnectionException.Reason.VIOLATION);
        }
    }

    private void chunksLoseNothing(byte[] input) {
        byte[] given = behind(1, input);
        StringBuilder text = new StringBuilder();
        Chunks chunks = connection(input, given).chunks();
        while (chunks.hasNext()) {
            text.append(chunks.receive());
        }
        assertThat(text.toString()).isEqualTo(new String(given, UTF_8));
    }

    private void codecsMayChangeAtAnyPoint(byte[] input) {
        byte[] steps = Arrays.copyOf(input, STEPS);
        Connection connection = connection(input, behind(STEPS, input));
        try {
            for (byte step : steps) {
                switch (step & 7) {
                    case 0 -> connection.frames().receive();
                    case 1 -> connection.lines().receive();
                    case 2 -> connection.chunks().receive();
                    case 3 -> connection.binary(ByteOrder.LITTLE_ENDIAN).receive(1 + ((step & 0xff) >> 3));
                    case 4 -> connection.binary(ByteOrder.BIG_ENDIAN).peek(1 + ((step & 0xff) >> 3));
                    case 5 -> connection.frames().hasNext();
                    case 6 -> connection.frames().send("reply");
                    default -> connection.publish(Message.text("news"));
                }
            }
        } catch (ConnectionException e) {
            // The only way in which a conversation ends.
        }
    }

    /// The first byte of the input says in what packets the rest comes.
    private static Connection connection(byte[] input, byte[] given) {
        int size = input.length == 0 ? 1 : 1 + (input[0] & 0x3f);
        List<byte[]> packets = new ArrayList<>();
        for (int start = 0; start < given.length; start += size) {
            packets.add(Arrays.copyOfRange(given, start, Math.min(given.length, start + size)));
        }
        return new Connection(FakeTransport.receiving(packets));
    }

    private static byte[] behind(int start, byte[] input) {
        return input.length <= start ? new byte[0] : Arrays.copyOfRange(input, start, input.length);
    }
}
