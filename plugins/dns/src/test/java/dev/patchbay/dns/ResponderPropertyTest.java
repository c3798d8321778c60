package dev.patchbay.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.HandClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

class ResponderPropertyTest {

    private final Responder responder =
            TestRecords.responder(new HostsFile(Path.of("none"), new HandClock(), new ListLogger()));

    @Property
    void anyBytesAreAnsweredInOneDatagramOrNotAtAll(@ForAll @Size(max = 600) byte[] bytes) throws IOException {
        checkAnswer(bytes);
    }

    @Property
    void aQueryWithBytesChangedIsAnsweredInOneDatagramOrNotAtAll(
            @ForAll @IntRange(max = 255) int type, @ForAll @IntRange(max = 40) int at, @ForAll @Size(max = 6) byte[] patch, @ForAll @IntRange(max = 50) int end)
            throws IOException {
        byte[] query = Message.newQuery(Record.newRecord(Name.fromConstantString("_bbs._tcp.lan."), type, DClass.IN)).toWire();
        byte[] changed = Arrays.copyOf(query, Math.max(query.length, at + patch.length));
        System.arraycopy(patch, 0, changed, at, patch.length);

        checkAnswer(Arrays.copyOf(changed, Math.min(changed.length, end)));
        checkAnswer(changed);
    }

    private void checkAnswer(byte[] query) throws IOException {
        byte[] answer = responder.respond(query).map(Exchange::toDatagram).orElse(new byte[0]);
        if (answer.length > 0) {
            assertThat(answer.length).isLessThanOrEqualTo(Exchange.LARGEST_DATAGRAM);
            assertThat(answer).startsWith(query[0], query[1]);
            assertThat(new Message(answer).getHeader().getFlag(Flags.QR)).isTrue();
        }
        assertThat(responder.respond(query).isPresent()).isEqualTo(answer.length > 0);
    }
}
