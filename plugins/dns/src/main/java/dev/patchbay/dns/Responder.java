package dev.patchbay.dns;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// Answers messages of the DNS, whatever bytes they are.
final class Responder {

    private final List<RecordSource> sources;

    Responder(List<RecordSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /// {@return a query with the response to it, or nothing if it is no query: who answers answers may do so for ever}
    Optional<Exchange> respond(byte[] bytes) {
        Header header;
        try {
            header = new Header(bytes);
        } catch (IOException e) {
            return Optional.empty();
        }
        if (header.getFlag(Flags.QR)) {
            return Optional.empty();
        }
        Message query;
        try {
            query = new Message(bytes);
        } catch (IOException | RuntimeException e) {
            // The library promises the one and happens to throw the other; to the client both are a malformed message.
            return Optional.of(new Exchange(Optional.empty(), bytes.length, failure(header, Rcode.FORMERR)));
        }
        return Optional.of(new Exchange(Optional.of(query), bytes.length, respond(query)));
    }

    private Message respond(Message query) {
        Header header = query.getHeader();
        if (header.getOpcode() != Opcode.QUERY) {
            return failure(header, Rcode.NOTIMP);
        }
        if (header.getCount(Section.QUESTION) != 1) {
            return failure(header, Rcode.FORMERR);
        }
        Message response = failure(header, Rcode.NOERROR);
        Record question = query.getQuestion();
        response.addRecord(question, Section.QUESTION);
        OPTRecord edns = query.getOPT();
        boolean unknownVersion = edns != null && edns.getVersion() != 0;
        if (edns != null) {
            // Half of the code for a bad version does not fit into the header.
            response.addRecord(new OPTRecord(Exchange.LARGEST_DATAGRAM, unknownVersion ? Rcode.BADVERS >> 4 : 0, 0), Section.ADDITIONAL);
        }
        if (!unknownVersion) {
            fill(response, question);
        }
        return response;
    }

    /// {@return a response without records}
    private static Message failure(Header query, int code) {
        Message response = new Message(query.getID());
        Header header = response.getHeader();
        header.setFlag(Flags.QR);
        header.setOpcode(query.getOpcode());
        header.setRcode(code);
        if (query.getFlag(Flags.RD)) {
            header.setFlag(Flags.RD);
        }
        return response;
    }

    private void fill(Message response, Record question) {
        int type = question.getType();
        Header header = response.getHeader();
        if (question.getDClass() != DClass.IN || type == Type.AXFR || type == Type.IXFR) {
            header.setRcode(Rcode.REFUSED);
            return;
        }
        header.setFlag(Flags.AA);
        List<Record> known = sources.stream().flatMap(source -> source.records(question.getName()).stream()).toList();
        List<Record> answers = known.stream().filter(record -> type == Type.ANY || record.getType() == type).toList();
        answers.forEach(record -> response.addRecord(record, Section.ANSWER));
        answers.stream().flatMap(this::targetAddresses).distinct().forEach(record -> response.addRecord(record, Section.ADDITIONAL));
        if (known.isEmpty() && sources.stream().noneMatch(source -> source.isDomain(question.getName()))) {
            header.setRcode(Rcode.NXDOMAIN);
        }
    }

    private Stream<Record> targetAddresses(Record answer) {
        return answer instanceof SRVRecord service
                ? sources.stream().flatMap(source -> source.records(service.getTarget()).stream())
                : Stream.empty();
    }
}
