package dev.patchbay.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.wire.Datagram;
import dev.patchbay.testkit.HandClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.CookieOption;
import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.GenericEDNSOption;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// Datagrams from addresses that may be forged. Nobody's address is proven by itself here.
class DatagramAnswersTest {

    private static final InetSocketAddress LISTENING = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 10353);
    private static final InetSocketAddress STRANGER = new InetSocketAddress(InetAddress.ofLiteral("192.0.2.7"), 40000);
    private static final byte[] CLIENT_COOKIE = {1, 2, 3, 4, 5, 6, 7, 8};

    private final HandClock clock = new HandClock();
    private final Responder responder;
    private final DatagramAnswers answers;
    private long nanoTime;

    DatagramAnswersTest(@TempDir Path folder) throws IOException {
        String many = IntStream.range(0, 60).mapToObj(i -> "10.2.0." + i + " many.lan\n").collect(Collectors.joining());
        responder = TestRecords.responder(TestRecords.hosts(folder, "10.0.0.7 bishop.lan\n" + many));
        answers = new DatagramAnswers(responder, new Cookies(clock), new ResponseRate(10, () -> nanoTime), address -> false);
    }

    @Test
    void whatIsLargerThanTheQueryIsCutSoThatTheClientComesOverTcp() throws IOException {
        byte[] query = query("bishop.lan.").toWire();

        byte[] bytes = ask(query).orElseThrow();

        Message answer = new Message(bytes);
        assertThat(bytes.length).isLessThanOrEqualTo(query.length);
        assertThat(answer.getHeader().getFlag(Flags.TC)).isTrue();
        assertThat(answer.getQuestion().getName()).hasToString("bishop.lan.");
        assertThat(answer.getSection(Section.ANSWER)).isEmpty();
    }

    @Test
    void whatIsNotLargerIsAnswered() throws IOException {
        Message answer = new Message(ask(query("nobody.lan.").toWire()).orElseThrow());

        assertThat(answer.getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(answer.getHeader().getFlag(Flags.TC)).isFalse();
    }

    @Test
    void aClientThatHasOnlyItsOwnCookieGetsNothingLargerEither() throws IOException {
        byte[] query = query("bishop.lan.", new CookieOption(CLIENT_COOKIE)).toWire();

        byte[] answer = ask(query).orElseThrow();

        assertThat(answer.length).isLessThanOrEqualTo(query.length);
        assertThat(new Message(answer).getHeader().getFlag(Flags.TC)).isTrue();
    }

    @Test
    void aClientWithACookieOfOursIsProvenAndGetsEverythingAndANewCookie() throws IOException {
        Message answer = new Message(ask(query("many.lan.", cookie(STRANGER.getAddress())).toWire()).orElseThrow());

        assertThat(answer.getSection(Section.ANSWER)).hasSize(60);
        assertThat(cookie(answer).getClientCookie()).isEqualTo(CLIENT_COOKIE);
        assertThat(cookie(answer).getServerCookie()).isPresent();
    }

    @Test
    void anAnswerWithOurCookieIsGivenAtOnceIfTheQueryIsLargeEnough() throws IOException {
        Message query = query("bishop.lan.", new CookieOption(CLIENT_COOKIE), padding(64));

        Message answer = new Message(ask(query.toWire()).orElseThrow());
        CookieOption cookie = cookie(answer);

        assertThat(answer.getSection(Section.ANSWER)).hasSize(1);
        assertThat(ask(query("many.lan.", cookie).toWire()).map(bytes -> bytes.length)).hasValueSatisfying(size -> assertThat(size).isGreaterThan(900));
    }

    @Test
    void aClientWithAnOldCookieOfOursIsToldToAskAgainWithANewOne() throws IOException {
        CookieOption old = cookie(STRANGER.getAddress());
        clock.advance(Duration.ofMinutes(61));
        byte[] query = query("many.lan.", old).toWire();

        byte[] bytes = ask(query).orElseThrow();

        Message answer = new Message(bytes);
        assertThat(bytes.length).isLessThanOrEqualTo(query.length);
        assertThat(answer.getRcode()).isEqualTo(Rcode.BADCOOKIE);
        assertThat(new Message(ask(query("many.lan.", cookie(answer)).toWire()).orElseThrow()).getSection(Section.ANSWER)).hasSize(60);
    }

    @Test
    void theCookieOfAnotherAddressProvesNothing() throws IOException {
        CookieOption stolen = cookie(InetAddress.ofLiteral("192.0.2.8"));

        assertThat(new Message(ask(query("many.lan.", stolen).toWire()).orElseThrow()).getRcode()).isEqualTo(Rcode.BADCOOKIE);
    }

    @Test
    void whoeverAsksTooOftenIsCutOrDroppedByTurnsUntilTimePasses() throws IOException {
        byte[] query = query("nobody.lan.").toWire();
        for (int i = 0; i < 10; i++) {
            assertThat(new Message(ask(query).orElseThrow()).getHeader().getFlag(Flags.TC)).isFalse();
        }

        assertThat(ask(query)).isEmpty();
        assertThat(new Message(ask(query).orElseThrow()).getHeader().getFlag(Flags.TC)).isTrue();
        assertThat(ask(query)).isEmpty();

        nanoTime += Duration.ofMillis(100).toNanos();
        assertThat(new Message(ask(query).orElseThrow()).getHeader().getFlag(Flags.TC)).isFalse();
    }

    @Test
    void theRateIsNotForThoseWhoAreProven() {
        byte[] query = query("many.lan.", cookie(STRANGER.getAddress())).toWire();

        assertThat(IntStream.range(0, 100).mapToObj(i -> ask(query))).allMatch(Optional::isPresent);
    }

    @Test
    void aLoopbackAddressIsProvenByItself() throws IOException {
        DatagramAnswers usual = new DatagramAnswers(responder, new Cookies(clock), new ResponseRate(1, () -> nanoTime));
        Datagram datagram = Datagram.of(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 40000), query("bishop.lan.").toWire());

        for (int i = 0; i < 3; i++) {
            assertThat(new Message(usual.to(datagram, LISTENING).orElseThrow()).getSection(Section.ANSWER)).hasSize(1);
        }
        assertThat(new Message(usual.to(Datagram.of(STRANGER, query("bishop.lan.").toWire()), LISTENING).orElseThrow())
                        .getSection(Section.ANSWER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:0", "192.0.2.7:0", "127.0.0.1:10353"})
    void nobodyIsAnsweredAtPort0OrAtOurOwnAddress(String peer) {
        String[] parts = peer.split(":");
        Datagram datagram = Datagram.of(new InetSocketAddress(InetAddress.ofLiteral(parts[0]), Integer.parseInt(parts[1])), query("nobody.lan.").toWire());

        assertThat(answers.to(datagram, LISTENING)).isEmpty();
    }

    @Test
    void oneWhoListensOnAllAddressesKnowsEachOfThemForItsOwn() {
        byte[] query = query("nobody.lan.").toWire();
        InetSocketAddress everywhere = new InetSocketAddress(InetAddress.ofLiteral("0.0.0.0"), 10353);

        assertThat(answers.to(Datagram.of(LISTENING, query), everywhere)).isEmpty();
        assertThat(answers.to(Datagram.of(new InetSocketAddress(InetAddress.ofLiteral("192.0.2.7"), 10353), query), everywhere)).isPresent();
    }

    @Test
    void anAnswerIsNotAnswered() {
        Message answer = query("nobody.lan.");
        answer.getHeader().setFlag(Flags.QR);

        assertThat(ask(answer.toWire())).isEmpty();
    }

    @Test
    void aCookieInAQueryThatIsRefusedDoesNoHarm() throws IOException {
        Message status = query("bishop.lan.", new CookieOption(CLIENT_COOKIE));
        status.getHeader().setOpcode(Opcode.STATUS);

        assertThat(new Message(ask(status.toWire()).orElseThrow()).getRcode()).isEqualTo(Rcode.NOTIMP);
    }

    @Test
    void aQuestionThatPointsIntoItselfIsNotMadeLarger() throws IOException {
        // The name begins with the id of the message: 46 letters, which are what follows, and then a pointer to themselves.
        byte[] query = HexFormat.of().parseHex("2e610000000100000000" + "0000" + "c000" + "00010001" + "61".repeat(29) + "00");

        byte[] answer = ask(query).orElseThrow();

        assertThat(answer.length).isLessThanOrEqualTo(query.length);
        assertThat(Arrays.copyOf(answer, 2)).isEqualTo(Arrays.copyOf(query, 2));
    }

    private Optional<byte[]> ask(byte[] query) {
        return answers.to(Datagram.of(STRANGER, query), LISTENING);
    }

    private CookieOption cookie(InetAddress client) {
        byte[] large = query("nobody.lan.", new CookieOption(CLIENT_COOKIE), padding(100)).toWire();
        try {
            return cookie(new Message(answers.to(Datagram.of(new InetSocketAddress(client, 5000), large), LISTENING).orElseThrow()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static CookieOption cookie(Message answer) {
        return (CookieOption) answer.getOPT().getOptions(EDNSOption.Code.COOKIE).getFirst();
    }

    private static EDNSOption padding(int size) {
        return new GenericEDNSOption(12, new byte[size]);
    }

    private static Message query(String name, EDNSOption... options) {
        Message query = Message.newQuery(Record.newRecord(Name.fromConstantString(name), Type.A, DClass.IN));
        query.addRecord(new OPTRecord(4096, 0, 0, 0, options), Section.ADDITIONAL);
        return query;
    }
}
