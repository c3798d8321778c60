package dev.patchbay.dns;

import java.util.List;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/// Something that knows records of the DNS.
interface RecordSource {

    /// How long others may remember an answer, in seconds: hosts and listeners come and go.
    long TTL = 10;

    /// {@return all records of a name, of every type}
    ///
    /// @param name absolute; the records repeat its spelling
    List<Record> records(Name name);

    /// {@return whether a name that has no records has others below it, and so exists}
    boolean isDomain(Name name);
}
