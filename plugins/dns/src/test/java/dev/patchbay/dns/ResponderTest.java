package dev.patchbay.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class ResponderTest {

    /// Its answer has some 680 bytes.
    private static final String MANY = IntStream.range(0, 40).mapToObj(i -> "10.1.0." + i + " many.lan\n").collect(Collectors.joining());

    private static final String CROWD =
            IntStream.range(0, 1000).mapToObj(i -> "10.2." + i / 250 + "." + i % 250 + " crowd.lan\n").collect(Collectors.joining());

    private final Responder responder;

    ResponderTest(@TempDir Path folder) throws IOException {
        responder = TestRecords.responder(TestRecords.hosts(folder, "10.0.0.7 bishop.lan\n::1 six.lan\n" + MANY + CROWD));
    }

    @ParameterizedTest
    @CsvSource({
        "bishop.lan., A, NOERROR, 1",
        "BiShOp.LaN., A, NOERROR, 1",
        "bishop.lan., AAAA, NOERROR, 0",
        "bishop.lan., ANY, NOERROR, 1",
        "bishop.lan., MX, NOERROR, 0",
        "six.lan., AAAA, NOERROR, 1",
        "7.0.0.10.in-addr.arpa., PTR, NOERROR, 1",
        "_bbs._tcp.lan., SRV, NOERROR, 2",
        "king.lan., A, NXDOMAIN, 0",
        "8.0.0.10.in-addr.arpa., PTR, NXDOMAIN, 0",
        "_king._tcp.lan., SRV, NXDOMAIN, 0",
        "lan., A, NOERROR, 0",
        "., NS, NOERROR, 0",
        "., ANY, NOERROR, 0",
        "lan., AXFR, REFUSED, 0",
    })
    void theCodeTellsANameWithoutSuchRecordsFromNoName(String name, String type, String code, int answers) throws IOException {
        Message query = query(name, Type.value(type), DClass.IN);

        Message response = ask(query);

        assertThat(Rcode.string(response.getRcode())).isEqualTo(code);
        assertThat(response.getSection(Section.ANSWER)).hasSize(answers).allMatch(record -> record.getName().toString().equals(name));
        assertThat(response.getHeader().getID()).isEqualTo(query.getHeader().getID());
        assertThat(response.getQuestion()).isEqualTo(query.getQuestion());
        assertThat(response.getHeader().getFlag(Flags.QR)).isTrue();
        assertThat(response.getHeader().getFlag(Flags.RD)).isTrue();
        assertThat(response.getHeader().getFlag(Flags.RA)).isFalse();
        assertThat(response.getHeader().getFlag(Flags.AA)).isEqualTo(!code.equals("REFUSED"));
    }

    @Test
    void aServiceBringsTheAddressesOfItsTargets() throws IOException {
        Message response = ask(query("_bbs._tcp.lan.", Type.SRV, DClass.IN));

        assertThat(response.getSection(Section.ADDITIONAL)).extracting(Record::rdataToString).containsExactly("127.0.0.1", "10.0.0.7");
    }

    @Test
    void aClassOtherThanTheInternetIsRefused() throws IOException {
        assertThat(ask(query("version.bind.", Type.TXT, DClass.CH)).getRcode()).isEqualTo(Rcode.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(ints = {Opcode.IQUERY, Opcode.STATUS, Opcode.NOTIFY, Opcode.UPDATE, 15})
    void anOperationOtherThanAQueryIsNotImplemented(int opcode) throws IOException {
        Message query = query("bishop.lan.", Type.A, DClass.IN);
        query.getHeader().setOpcode(opcode);

        Message response = ask(query);

        assertThat(response.getRcode()).isEqualTo(Rcode.NOTIMP);
        assertThat(response.getHeader().getOpcode()).isEqualTo(opcode);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "512, false", "660, false", "700, true", "1232, true", "65535, true"})
    void anAnswerIsWholeInADatagramOfTheSizeThatTheClientTakes(int size, boolean whole) throws IOException {
        Message query = query("many.lan.", Type.A, DClass.IN);
        query.addRecord(new OPTRecord(size, 0, 0), Section.ADDITIONAL);

        byte[] answer = responder.respond(query.toWire()).map(Exchange::toDatagram).orElseThrow();

        Message response = new Message(answer);
        assertThat(answer.length).isLessThanOrEqualTo(Math.max(size, 512));
        assertThat(response.getHeader().getFlag(Flags.TC)).isEqualTo(!whole);
        assertThat(response.getSection(Section.ANSWER)).hasSize(whole ? 40 : 0);
        assertThat(response.getOPT().getPayloadSize()).isEqualTo(Exchange.LARGEST_DATAGRAM);
    }

    @Test
    void withoutAWordAboutItsSizeADatagramHas512BytesAtMostAndNoOptions() throws IOException {
        byte[] answer = responder.respond(query("many.lan.", Type.A, DClass.IN).toWire()).map(Exchange::toDatagram).orElseThrow();

        assertThat(answer.length).isLessThanOrEqualTo(512);
        assertThat(new Message(answer).getHeader().getFlag(Flags.TC)).isTrue();
        assertThat(new Message(answer).getOPT()).isNull();
    }

    @Test
    void aDatagramIsNeverLargerThanTheNetworkCarriesInOnePiece() throws IOException {
        Message query = query("crowd.lan.", Type.A, DClass.IN);
        query.addRecord(new OPTRecord(65_535, 0, 0), Section.ADDITIONAL);

        byte[] answer = responder.respond(query.toWire()).map(Exchange::toDatagram).orElseThrow();

        assertThat(answer.length).isLessThanOrEqualTo(Exchange.LARGEST_DATAGRAM);
        assertThat(new Message(answer).getHeader().getFlag(Flags.TC)).isTrue();
    }

    @Test
    void aConnectionTakesTheWholeAnswer() throws IOException {
        Message response = new Message(responder.respond(query("crowd.lan.", Type.A, DClass.IN).toWire()).map(Exchange::toMessage).orElseThrow());

        assertThat(response.getSection(Section.ANSWER)).hasSize(1000);
        assertThat(response.getHeader().getFlag(Flags.TC)).isFalse();
    }

    @Test
    void anUnknownVersionOfTheExtensionsIsToldSo() throws IOException {
        Message query = query("bishop.lan.", Type.A, DClass.IN);
        query.addRecord(new OPTRecord(1232, 0, 1), Section.ADDITIONAL);

        Message response = ask(query);

        assertThat(response.getRcode()).isEqualTo(Rcode.BADVERS);
        assertThat(response.getSection(Section.ANSWER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "12340100" + "0001000000000000",                             // a question is promised and does not come
        "12340100" + "0001000000000000" + "0662697368",              // it ends inside a label
        "12340100" + "0001000000000000" + "c00c" + "00010001",       // a name that points to itself
        "12340100" + "0001000000000000" + "0161c00e" + "00010001",   // a name that points to its own middle
        "12340100" + "0001000000000000" + "c0ff" + "00010001",       // a name that points out of the message
        "12340100" + "0001000000000000" + "8161" + "00010001",       // a label of a kind that there is not
        "12340100" + "ffffffffffffffff" + "00" + "00010001",         // more records than can be
        "12340100" + "0000000000000000",                             // no question
        "12340100" + "0002000000000000" + "0000010001" + "0000010001", // two questions
    })
    void aMalformedMessageIsToldSo(String hex) throws IOException {
        Message response = new Message(responder.respond(HexFormat.of().parseHex(hex)).map(Exchange::toDatagram).orElseThrow());

        assertThat(response.getRcode()).isEqualTo(Rcode.FORMERR);
        assertThat(response.getHeader().getID()).isEqualTo(0x1234);
        assertThat(response.getHeader().getFlag(Flags.QR)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "1234010000010000000000", "123480000000000000000000", "123484000001000000000000"})
    void whatIsNoQueryIsNotAnswered(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);

        assertThat(responder.respond(bytes)).isEmpty();
    }

    private Message ask(Message query) throws IOException {
        return new Message(responder.respond(query.toWire()).map(Exchange::toDatagram).orElseThrow());
    }

    private static Message query(String name, int type, int dclass) {
        return Message.newQuery(Record.newRecord(Name.fromConstantString(name), type, dclass));
    }
}
