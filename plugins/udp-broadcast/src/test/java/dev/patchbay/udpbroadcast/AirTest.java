package dev.patchbay.udpbroadcast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.wire.Datagram;
import dev.patchbay.api.wire.DatagramSender;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AirTest {

    private record FakeSender(InetSocketAddress local, InetSocketAddress listening, boolean works, List<Datagram> sent) implements DatagramSender {

        @Override
        public boolean send(Datagram datagram) {
            sent.add(datagram);
            return works;
        }
    }

    private static InetSocketAddress at(String address, int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(address), port);
    }

    private static FakeSender sender(String local, String listening, boolean works) {
        return new FakeSender(at(local, 50_000), at(listening, 40_000), works, new ArrayList<>());
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.255.255.255, '', 127.255.255.255:40000",
        "0.0.0.0, 0.0.0.0, '', 255.255.255.255:40000",
        "127.0.0.1, 127.0.0.1, '', 255.255.255.255:40000",
        "192.0.2.255, 192.0.2.255, '', 192.0.2.255:40000",
        "0.0.0.0, 0.0.0.0, 192.168.1.255, 192.168.1.255:40000",
    })
    void broadcastsGoToThePortThatEverybodyListensOn(String local, String listening, String to, String destination) {
        FakeSender sender = sender(local, listening, true);
        Air air = new Air(Optional.of(to).filter(text -> !text.isEmpty()).map(InetAddress::ofLiteral));
        air.open(sender);

        assertThat(air.send("hello")).isEmpty();

        assertThat(sender.sent()).extracting(datagram -> Peers.text(datagram.peer()) + " " + datagram.text()).containsExactly(destination + " hello");
    }

    @Test
    void whatCannotBeSentIsSaid() {
        Air air = new Air(Optional.empty());

        assertThat(air.send("hello")).contains("this gateway has no open port for datagrams");
        air.open(sender("127.0.0.1", "127.255.255.255", false));
        assertThat(air.send("hello")).contains("the system does not send to 127.255.255.255:40000");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1, 50000, true",
        "127.0.0.1, 127.0.0.1, 40000, false",
        "127.0.0.1, 192.0.2.99, 50000, false",
        "0.0.0.0, 127.0.0.1, 50000, true",
        "0.0.0.0, 192.0.2.99, 50000, false",
        "127.255.255.255, 127.0.0.1, 50000, true",
    })
    void onesOwnComeFromThisMachineAndThePortOneSendsFrom(String local, String from, int port, boolean own) {
        assertThat(Air.isOwn(at(from, port), sender(local, "0.0.0.0", true))).isEqualTo(own);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.99, 40000, true", // the port that everybody listens on, from which others may send
        "127.0.0.1, 40000, true",
        "127.0.0.1, 50000, false", // our own, or somebody who says so
        "192.0.2.99, 0, false",
    })
    void othersSendFromWhereTheyCouldBe(String from, int port, boolean others) {
        assertThat(Air.isFromOthers(at(from, port), sender("127.0.0.1", "127.255.255.255", true))).isEqualTo(others);
    }
}
