package dev.patchbay.gateway.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class BuffersTest {

    private final BufferPool pool = new BufferPool();
    private final Buffers buffers = new Buffers(pool);

    private static Source source(byte[] bytes) {
        ByteBuffer from = ByteBuffer.wrap(bytes);
        return target -> {
            int count = Math.min(from.remaining(), target.remaining());
            target.put(from.slice(from.position(), count));
            from.position(from.position() + count);
            return count;
        };
    }

    @Test
    void growForAMessageOfAnySizeAndGiveTheMemoryUp() throws Exception {
        byte[] large = new byte[100_000];

        int received = buffers.receive(source(large), large.length, Integer.MAX_VALUE);
        assertThat(received).isEqualTo(large.length);
        buffers.input().position(received);
        buffers.rest();

        assertThat(buffers.input().capacity()).isZero();
    }

    @Test
    void areTheSameForTwoConnectionsThatTakeTurns() throws Exception {
        Buffers other = new Buffers(pool);
        buffers.receive(source(new byte[1]), 1, Integer.MAX_VALUE);
        ByteBuffer borrowed = buffers.input();
        borrowed.get();
        buffers.rest();

        other.receive(source(new byte[1]), 1, Integer.MAX_VALUE);

        assertThat(other.input()).isSameAs(borrowed);
    }

    @Test
    void keepWhatIsNotConsumedInAsLittleMemoryAsItNeeds() throws Exception {
        buffers.receive(source("0005hel".getBytes(UTF_8)), 1, Integer.MAX_VALUE);
        buffers.input().position(4);

        buffers.rest();
        assertThat(buffers.input().capacity()).isEqualTo(3);
        buffers.receive(source("lo".getBytes(UTF_8)), 5, Integer.MAX_VALUE);

        assertThat(UTF_8.decode(buffers.input()).toString()).isEqualTo("hello");
    }

    @Test
    void readMoreAtOnceFromWhoSendsMuch() throws Exception {
        byte[] much = new byte[1_000_000];
        Source source = source(much);

        int first = buffers.receive(source, 1, Integer.MAX_VALUE);
        buffers.input().position(buffers.input().limit());
        int second = buffers.receive(source, 1, Integer.MAX_VALUE);

        assertThat(second).isGreaterThan(first);
    }
}
