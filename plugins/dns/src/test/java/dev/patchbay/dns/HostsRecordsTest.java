package dev.patchbay.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Name;

class HostsRecordsTest {

    private static final String SIX = "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.";

    private final HostsRecords records;

    HostsRecordsTest(@TempDir Path folder) throws IOException {
        records = new HostsRecords(TestRecords.hosts(folder, "10.0.0.7 bishop.lan bishop\n2001:db8::1 bishop.lan\n10.0.0.9 a..b\n10.0.0.10 żółw\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "bishop.lan.             | A 10.0.0.7, AAAA 2001:db8:0:0:0:0:0:1",
        "BISHOP.                 | A 10.0.0.7",
        "\\197\\188\\195\\179\\197\\130w. | A 10.0.0.10",
        "7.0.0.10.in-addr.arpa.  | PTR bishop.lan.",
        "7.0.0.10.IN-ADDR.ARPA.  | PTR bishop.lan.",
        SIX + "                  | PTR bishop.lan.",
    })
    void aNameHasItsRecords(String name, String expected) {
        assertThat(records.records(Name.fromConstantString(name)))
                .extracting(record -> org.xbill.DNS.Type.string(record.getType()) + " " + record.rdataToString())
                .containsExactly(expected.split(", "));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        ".", "lan.", "king.lan.", "bishop\\.lan.",
        "in-addr.arpa.", "0.0.10.in-addr.arpa.", "8.0.0.10.in-addr.arpa.", "7.0.0.10.x.in-addr.arpa.", "1.7.0.0.10.in-addr.arpa.",
        "256.0.0.10.in-addr.arpa.", "-7.0.0.10.in-addr.arpa.", "x.ip6.arpa.", "1." + SIX,
        "9.0.0.10.in-addr.arpa.", // its name has an empty part, which the DNS cannot say
    })
    void anythingElseHasNone(String name) {
        assertThat(records.records(Name.fromConstantString(name))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "., true",
        "lan., true",
        "0.0.10.in-addr.arpa., true",
        "arpa., false",
        "king.lan., false",
        "8.0.0.10.in-addr.arpa., false",
    })
    void aDomainExistsWithoutRecords(String name, boolean domain) {
        assertThat(records.isDomain(Name.fromConstantString(name))).isEqualTo(domain);
    }
}
