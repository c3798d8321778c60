package dev.patchbay.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.wire.Datagram;
import dev.patchbay.testkit.HandClock;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.xbill.DNS.CookieOption;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/// Whatever a stranger sends, what comes back is no larger.
class DatagramAnswersPropertyTest {

    private static final InetSocketAddress STRANGER = new InetSocketAddress(InetAddress.ofLiteral("192.0.2.7"), 40000);
    private static final InetSocketAddress LISTENING = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 10353);

    private long nanoTime;
    private final Responder responder = TestRecords.responder(new HostsFile(Path.of("none"), new HandClock(), new ListLogger()));
    // Every question comes a second after the one before, so the rate has nothing to say.
    private final DatagramAnswers answers = new DatagramAnswers(
            responder, new Cookies(new HandClock()), new ResponseRate(1, () -> nanoTime += 2_000_000_000L), address -> false);

    @Property
    void anyBytesAreAnsweredByNoMore(@ForAll @Size(max = 600) byte[] bytes) {
        check(bytes);
    }

    @Property
    void queriesWithBytesChangedAreAnsweredByNoMore(
            @ForAll @IntRange(max = 255) int type,
            @ForAll @IntRange(max = 80) int at,
            @ForAll @Size(max = 6) byte[] patch,
            @ForAll @Size(max = 20) byte[] cookie) {
        Message query = Message.newQuery(Record.newRecord(Name.fromConstantString("_bbs._tcp.lan."), type, DClass.IN));
        query.addRecord(
                cookie.length < 16
                        ? new OPTRecord(4096, 0, 0, 0, new CookieOption(new byte[8]))
                        : new OPTRecord(4096, 0, 0, 0, new CookieOption(new byte[8], cookie)),
                Section.ADDITIONAL);
        byte[] bytes = query.toWire();
        byte[] changed = Arrays.copyOf(bytes, Math.max(bytes.length, at + patch.length));
        System.arraycopy(patch, 0, changed, at, patch.length);

        check(bytes);
        check(changed);
    }

    private void check(byte[] query) {
        byte[] answer = answers.to(Datagram.of(STRANGER, query), LISTENING).orElse(new byte[0]);

        assertThat(answer.length).isLessThanOrEqualTo(query.length);
        assertThat(answer.length > 0).isEqualTo(responder.respond(query).isPresent());
    }
}
