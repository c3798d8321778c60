package dev.patchbay.dns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.patchbay.api.wire.Datagram;
import dev.patchbay.testkit.CannedClient;
import dev.patchbay.testkit.HandClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import org.xbill.DNS.Message;

/// Messages of the DNS, lines of a hosts file, and servers of both protocols.
class DnsFuzz {

    private static final InetSocketAddress STRANGER = new InetSocketAddress(InetAddress.ofLiteral("192.0.2.7"), 40_000);
    private static final InetSocketAddress LISTENING = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 10_353);

    private final Responder responder = TestRecords.responder(new HostsFile(Path.of("none"), new HandClock(), new ListLogger()));
    private long nanoTime;
    private final DatagramAnswers answers = new DatagramAnswers(
            responder, new Cookies(new HandClock()), new ResponseRate(1, () -> nanoTime += 2_000_000_000L), address -> false);

    @FuzzTest
    void anyBytesWillDo(byte[] input) throws Exception {
        queriesAreAnsweredByMessagesAndStrangersByNoMoreThanTheyAsk(input);
        linesOfAHostsFileAreUnderstoodOrRefused(input);
        aServerMayAnswerAnything(input);
    }

    private void queriesAreAnsweredByMessagesAndStrangersByNoMoreThanTheyAsk(byte[] query) throws IOException {
        Optional<Exchange> exchange = responder.respond(query);
        Optional<byte[]> answer = answers.to(Datagram.of(STRANGER, query), LISTENING);

        assertThat(answer.isPresent()).isEqualTo(exchange.isPresent());
        if (exchange.isPresent() && answer.isPresent()) {
            Message _ = new Message(exchange.get().toMessage());
            Message _ = new Message(exchange.get().toDatagram());
            Message _ = new Message(answer.get());
            assertThat(exchange.get().toDatagram().length).isLessThanOrEqualTo(Exchange.LARGEST_DATAGRAM);
            assertThat(answer.get().length).isLessThanOrEqualTo(query.length);
        }
    }

    private void linesOfAHostsFileAreUnderstoodOrRefused(byte[] input) {
        try {
            HostsLine.parse(new String(input, UTF_8)).ifPresent(line -> assertThat(line.names()).isNotEmpty());
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private void aServerMayAnswerAnything(byte[] input) throws Exception {
        CannedClient.talk(new DnsClientMode(), input, "bishop.lan 10.0.0.7", "/lookup bishop.lan");
        CannedClient.talk(new DnsRfc1035ClientMode(), input, "bishop.lan", "10.0.0.7", "/ask bishop.lan TXT");
    }
}
