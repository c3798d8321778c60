package dev.patchbay.api.wire;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.patchbay.api.wire.ConnectionException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.Channels;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectionTest {

    @ParameterizedTest
    @MethodSource
    void aChangeOfCodecLosesNoByte(Arrivals arrivals) throws IOException {
        Connection connection = arrivals.connection();
        ByteArrayOutputStream content = new ByteArrayOutputStream();

        assertThat(connection.frames().receive()).isEqualTo("héllo");
        assertThat(connection.lines().receive()).isEqualTo("a line");
        assertThat(connection.binary(BIG_ENDIAN).receive(2).getShort()).isEqualTo((short) 0x4142);
        connection.content().receive(4, Channels.newChannel(content));
        assertThat(connection.frames().receive()).isEmpty();
        assertThat(connection.chunks().receive()).startsWith("r");

        assertThat(content).hasToString("file");
    }

    static Stream<Arrivals> aChangeOfCodecLosesNoByte() {
        return Arrivals.of("0006hélloa line\nABfile0000rest");
    }

    @Test
    void repliesToRequestsThatArriveTogetherLeaveTogether() {
        FakeTransport transport = FakeTransport.receiving("0003one0003two", "0005three");

        echo(new Connection(transport));

        assertThat(transport.writes()).containsExactly("0003one0003two", "0005three");
    }

    @Test
    void repliesLeaveBeforeTheRestOfARequestIsWaitedFor() {
        FakeTransport transport = FakeTransport.receiving("0003one0003t", "wo");

        echo(new Connection(transport));

        assertThat(transport.writes()).containsExactly("0003one", "0003two");
    }

    @Test
    void nothingLeavesWhileTheNextRequestIsThere() {
        FakeTransport transport = FakeTransport.receiving("0003one0003two");
        Frames frames = new Connection(transport).frames();

        frames.send(frames.receive());
        frames.receive();

        assertThat(transport.writes()).isEmpty();
    }

    @Test
    void messagesOfDifferentCodecsLeaveInTheOrderInWhichTheyWereSent() {
        FakeTransport transport = FakeTransport.receiving();
        Connection connection = new Connection(transport);

        connection.frames().send("one");
        connection.lines().send("two");
        connection.binary(BIG_ENDIAN).send(2, reply -> reply.putShort((short) 0x4142));
        connection.chunks().send("three");

        assertThat(transport.writes()).containsExactly("0003onetwo\nABthree");
    }

    @Test
    void whatOthersPublishIsAWholeMessageOfItsOwn() {
        FakeTransport transport = FakeTransport.receiving();
        Connection connection = new Connection(transport);

        connection.frames().send("mine");
        boolean taken = connection.publish(Message.frame("theirs"));
        connection.flush();

        assertThat(taken).isTrue();
        assertThat(transport.writes()).containsExactly("0006theirs", "0004mine");
    }

    @Test
    void closingSendsWhatWasBufferedAndHappensOnce() {
        FakeTransport transport = FakeTransport.receiving();
        Connection connection = new Connection(transport);

        connection.frames().send("bye");
        connection.close();
        connection.close();

        assertThat(transport.writes()).containsExactly("0003bye");
        assertThat(transport.closedBecause()).isEqualTo("closed by the protocol");
        assertThat(connection.publish(Message.text("late"))).isFalse();
        assertThatExceptionOfType(ConnectionException.class).isThrownBy(() -> connection.frames().send("late"))
                .extracting(ConnectionException::reason).isEqualTo(Reason.CLOSED_HERE);
    }

    @Test
    void theIdleLimitIsTheTransports() {
        FakeTransport transport = FakeTransport.receiving();

        new Connection(transport).idleLimit(Duration.ofMinutes(1));

        assertThat(transport.lastIdleLimit()).isEqualTo(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7", "::ffff:192.0.2.7, 192.0.2.7", "2001:db8::1, 2001:db8:0:0:0:0:0:1", "fe80::1%1, fe80:0:0:0:0:0:0:1"
    })
    void thePeersAddressHasNeitherPortNorScope(String address, String shown) {
        FakeTransport transport = FakeTransport.receiving().from(new InetSocketAddress(address, 4711));

        assertThat(new Connection(transport).peerAddress()).isEqualTo(shown);
    }

    private static void echo(Connection connection) {
        Frames frames = connection.frames();
        while (frames.hasNext()) {
            frames.send(frames.receive());
        }
    }
}
