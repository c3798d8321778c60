package dev.patchbay.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.DatagramPeer;
import dev.patchbay.testkit.ProtocolServer;
import dev.patchbay.testkit.TestPeer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class DnsRfc1035ServiceTest {

    /// A query for the A records of bishop.lan, with its id and the wish for recursion, and the answer to it.
    static final String QUERY = "1234" + "0100" + "0001000000000000" + "06626973686f70036c616e00" + "00010001";
    static final String ANSWER =
            "1234" + "8500" + "0001000100000000" + "06626973686f70036c616e00" + "00010001" + "c00c00010001" + "0000000a" + "00040a000007";

    @AutoClose
    private final ProtocolServer server;
    private final DatagramPeer peer;

    DnsRfc1035ServiceTest(@TempDir Path folder) throws IOException {
        String crowd = IntStream.range(0, 250).mapToObj(i -> "10.2.0." + i + " crowd.lan\n").collect(Collectors.joining());
        Path hosts = Files.writeString(folder.resolve("hosts"), "10.0.0.7 bishop.lan\n" + crowd);
        server = ProtocolServer.of(new DnsRfc1035Protocol()).option("hosts", hosts).start();
        peer = server.datagrams();
    }

    @Test
    void aDatagramIsAnsweredByExactlyThis() {
        peer.sendHex(QUERY).expectHex(ANSWER);
    }

    @Test
    void onAConnectionEachMessageHasItsSizeBeforeItAndNothingPrecedesTheFirst() {
        byte[] query = HexFormat.of().parseHex("001c" + QUERY);
        byte[] answer = HexFormat.of().parseHex("002c" + ANSWER);
        try (TestPeer peer = server.connect()) {
            peer.sendBytes(query);
            assertThat(peer.receiveBytes(answer.length)).isEqualTo(answer);

            for (byte each : query) {
                peer.sendBytes(each);
            }
            peer.sendBytes(query);
            assertThat(peer.receiveBytes(answer.length)).isEqualTo(answer);
            assertThat(peer.receiveBytes(answer.length)).isEqualTo(answer);

            peer.closeOutput();
            peer.expectClosed();
        }
    }

    @Test
    void whatDoesNotFitIntoADatagramComesOverAConnection() throws IOException {
        byte[] query = query("crowd.lan.", Type.A);
        peer.sendBytes(query);
        Message cut = new Message(peer.receiveBytes());

        Message whole = overConnection(query);

        assertThat(cut.getHeader().getFlag(Flags.TC)).isTrue();
        assertThat(whole.getHeader().getFlag(Flags.TC)).isFalse();
        assertThat(whole.getSection(Section.ANSWER)).hasSize(250);
    }

    @Test
    void theGatewaysOwnListenersHaveServiceRecordsWithTheirPorts() throws IOException {
        Message lobby = overConnection(query("_lobby._tcp.lan.", Type.SRV));
        Message own = overConnection(query("_dns-rfc1035._udp.lan.", Type.SRV));

        assertThat(port(lobby)).isEqualTo(server.address("lobby").getPort());
        assertThat(port(own)).isEqualTo(server.address().getPort());
        assertThat(lobby.getSection(Section.ADDITIONAL)).extracting(Record::rdataToString).containsExactly("127.0.0.1");
    }

    @Test
    void garbageIsNotAnsweredOrToldToBeMalformedAndTheNextQueryIsAnswered() throws IOException {
        peer.sendBytes()
                .send("GET / HTTP/1.1\r\n\r\n")
                .sendHex("12340100" + "0001000000000000" + "c00c" + "00010001")
                .sendHex(ANSWER)
                .sendBytes(query("bishop.lan.", Type.A));

        assertThat(new Message(peer.receiveBytes()).getRcode()).isIn(Rcode.FORMERR, Rcode.NOTIMP);
        assertThat(new Message(peer.receiveBytes()).getRcode()).isEqualTo(Rcode.FORMERR);
        assertThat(new Message(peer.receiveBytes()).getRcode()).isEqualTo(Rcode.NOERROR);
    }

    @Test
    void aMessageOnAConnectionThatIsNoQueryClosesItAndNoOther() {
        byte[] query = HexFormat.of().parseHex("001c" + QUERY);
        try (TestPeer good = server.connect()) {
            for (String bad : new String[] {"0000", "0003" + "123456", "002c" + ANSWER}) {
                try (TestPeer peer = server.connect()) {
                    peer.sendBytes(HexFormat.of().parseHex(bad));
                    peer.expectClosed();
                }
            }
            try (TestPeer half = server.connect()) {
                half.sendBytes(Arrays.copyOf(query, 20));
                half.closeOutput();
                half.expectClosed();
            }

            good.sendBytes(query);
            assertThat(good.receiveBytes(2)).containsExactly(0, 44);
        }
    }

    @Test
    void theLargestMessageIsToldToBeMalformed() throws IOException {
        byte[] largest = new byte[65_535];
        Arrays.fill(largest, (byte) 0x3f);
        largest[2] = 0;

        assertThat(overConnection(largest).getRcode()).isEqualTo(Rcode.FORMERR);
    }

    @Test
    void theLobbyDoesNotKnowIt() {
        try (TestPeer peer = server.connect("lobby")) {
            peer.expectFrame("Patchbay 1.0");
            peer.sendFrame("open dns-rfc1035");
            assertThat(peer.receiveFrame()).startsWith("error: unknown protocol");
        }
    }

    private static byte[] query(String name, int type) {
        return Message.newQuery(Record.newRecord(Name.fromConstantString(name), type, DClass.IN)).toWire();
    }

    private static int port(Message response) {
        return ((SRVRecord) response.getSection(Section.ANSWER).getFirst()).getPort();
    }

    private Message overConnection(byte[] query) throws IOException {
        try (TestPeer peer = server.connect()) {
            peer.sendBytes(ByteBuffer.allocate(2 + query.length).putShort((short) query.length).put(query).array());
            int size = Short.toUnsignedInt(ByteBuffer.wrap(peer.receiveBytes(2)).getShort());
            return new Message(peer.receiveBytes(size));
        }
    }
}
