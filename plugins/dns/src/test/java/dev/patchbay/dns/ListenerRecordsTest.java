package dev.patchbay.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.ListenerInfo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;

class ListenerRecordsTest {

    private final HostsFile hosts;
    private final ListenerRecords records;

    ListenerRecordsTest(@TempDir Path folder) throws IOException {
        hosts = TestRecords.hosts(folder, "10.0.0.7 bishop.lan\n");
        records = new ListenerRecords(() -> TestRecords.LISTENERS, hosts);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "_bbs._tcp.lan.                   | 0 0 10333 127-0-0-1.patchbay., 0 0 10433 bishop.lan.",
        "_BBS._TCP.                       | 0 0 10333 127-0-0-1.patchbay., 0 0 10433 bishop.lan.",
        "_bbs-1.0._tcp.any.where.example. | 0 0 10331 127-0-0-1.patchbay.",
        "_bbs-1\\.0._tcp.lan.             | 0 0 10331 127-0-0-1.patchbay.",
        "_udp-broadcast._udp.lan.         | 0 0 40000 127-255-255-255.patchbay.",
        "127-0-0-1.patchbay.              | 127.0.0.1",
        "127-0-0-1.PATCHBAY.              | 127.0.0.1",
    })
    void aProtocolHasARecordForEachOfItsListeners(String name, String expected) {
        assertThat(records.records(Name.fromConstantString(name))).extracting(Record::rdataToString).containsExactly(expected.split(", "));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        ".", "_tcp.", "_tcp.lan.", "_bbs.", "_bbs.lan.", "bbs._tcp.lan.", "_bbs._udp.lan.", "_udp-broadcast._tcp.lan.", "_king._tcp.lan.", "_._tcp.lan.",
        "patchbay.", "10-0-0-99.patchbay.", "127-0-0-1.lan.", "x.127-0-0-1.patchbay.",
    })
    void anythingElseHasNone(String name) {
        assertThat(records.records(Name.fromConstantString(name))).isEmpty();
    }

    @Test
    void aListenerOnAllAddressesIsToldByAddressesThatCanBeDialled() {
        ListenerInfo everywhere = new ListenerInfo("bbs", new InetSocketAddress(InetAddress.ofLiteral("0.0.0.0"), 10333), false);
        ListenerRecords wild = new ListenerRecords(() -> List.of(everywhere), hosts);

        List<Record> services = wild.records(Name.fromConstantString("_bbs._tcp.lan."));

        assertThat(services).isNotEmpty().allSatisfy(service -> {
            Name target = ((SRVRecord) service).getTarget();
            assertThat(target.toString()).isNotIn("0-0-0-0.patchbay.", "0-0-0-0-0-0-0-0.patchbay.");
            assertThat(DnsNames.labels(target).getLast().equals("lan") || !wild.records(target).isEmpty()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({"_tcp., true", "_udp.lan., true", "patchbay., true", "lan., false", "_bbs._tcp.lan., false"})
    void whatStandsAboveProtocolsExists(String name, boolean domain) {
        assertThat(records.isDomain(Name.fromConstantString(name))).isEqualTo(domain);
    }
}
