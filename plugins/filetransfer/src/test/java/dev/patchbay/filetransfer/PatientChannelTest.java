package dev.patchbay.filetransfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.WritableByteChannel;
import org.junit.jupiter.api.Test;

class PatientChannelTest {

    /// A disk that has room for so many bytes, and then fails in this way.
    private static final class Disk implements WritableByteChannel {

        private final IOException end;
        private int room;
        private int failures;

        Disk(int room, IOException end) {
            this.room = room;
            this.end = end;
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            if (room == 0) {
                failures++;
                throw end;
            }
            int taken = Math.min(room, bytes.remaining());
            bytes.position(bytes.position() + taken);
            room -= taken;
            return taken;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }

    @Test
    void whatFitsIsWrittenAndNothingIsWrong() throws IOException {
        Disk disk = new Disk(100, new IOException("No space left on device"));
        PatientChannel channel = new PatientChannel(disk);

        assertThat(channel.write(ByteBuffer.allocate(100))).isEqualTo(100);

        assertThat(disk.room).isZero();
        assertThatCode(channel::check).doesNotThrowAnyException();
    }

    @Test
    void onAFullDiskTheRestIsTakenAndTheReasonKept() throws IOException {
        Disk disk = new Disk(10, new IOException("No space left on device"));
        PatientChannel channel = new PatientChannel(disk);

        ByteBuffer bytes = ByteBuffer.allocate(15);
        assertThat(channel.write(bytes)).isEqualTo(15);
        assertThat(channel.write(ByteBuffer.allocate(1000))).isEqualTo(1000);

        assertThat(bytes.hasRemaining()).isFalse();
        assertThat(disk.failures).isEqualTo(1);
        assertThatIOException().isThrownBy(channel::check).withMessage("No space left on device");
    }

    @Test
    void anInterruptIsNotWaitedOut() {
        PatientChannel channel = new PatientChannel(new Disk(0, new ClosedByInterruptException()));

        assertThatThrownBy(() -> channel.write(ByteBuffer.allocate(1))).isInstanceOf(ClosedByInterruptException.class);
    }
}
