package dev.patchbay.api.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class DatagramTest {

    private static final InetSocketAddress PEER = new InetSocketAddress(InetAddress.getLoopbackAddress(), 40000);

    @Test
    void aTextTravelsAsUtf8() {
        Datagram datagram = Datagram.text(PEER, "5 €");

        assertThat(datagram.payload()).isEqualTo("5 €".getBytes(UTF_8));
        assertThat(datagram.text()).isEqualTo("5 €");
        assertThat(datagram.peer()).isEqualTo(PEER);
    }

    @Test
    void whatIsNotUtf8IsReplaced() {
        assertThat(Datagram.of(PEER, new byte[] {'a', (byte) 0xff}).text()).isEqualTo("a\ufffd");
    }

    @Test
    void nobodyCanChangeIt() {
        byte[] bytes = {'a'};
        Datagram datagram = Datagram.of(PEER, bytes);

        bytes[0] = 'x';
        datagram.payload()[0] = 'y';

        assertThat(datagram.text()).isEqualTo("a");
    }
}
