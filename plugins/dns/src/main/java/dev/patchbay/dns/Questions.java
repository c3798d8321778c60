package dev.patchbay.dns;

import dev.patchbay.api.client.ClientContext;
import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Style;
import dev.patchbay.api.wire.Binary;
import dev.patchbay.api.wire.ConnectionException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// Asks a server one question after the other, and prints the records of its answers.
final class Questions {

    private final ClientContext context;

    Questions(ClientContext context) {
        this.context = context;
    }

    /// @param question a name, or an address where its name is wanted
    /// @param type     of records, a number of [Type]
    void ask(String question, int type) {
        Message query = Message.newQuery(Record.newRecord(name(question), type, DClass.IN));
        Binary binary = context.connection().binary(ByteOrder.BIG_ENDIAN);
        SizedMessages.send(binary, query.toWire());
        Message response = read(SizedMessages.receive(binary));
        if (response.getHeader().getID() != query.getHeader().getID()) {
            throw ConnectionException.violation("the answer to another question");
        }
        List<Record> records = response.getSection(Section.ANSWER);
        if (records.isEmpty()) {
            context.console().print(Item.of("unknown").with("name", question, Style.NAME).with("reason", reason(response, type), Style.BAD));
        }
        records.forEach(record -> context.console().print(Item.of("record")
                .with("name", DnsNames.text(record.getName()), Style.NAME)
                .with("type", Type.string(record.getType()), Style.MUTED)
                .with("data", record.rdataToString())));
    }

    private static Message read(byte[] bytes) {
        try {
            return new Message(bytes);
        } catch (IOException | RuntimeException e) {
            throw ConnectionException.violation("an answer that is no message of the DNS");
        }
    }

    private static String reason(Message response, int type) {
        int code = response.getRcode();
        return switch (code) {
            case Rcode.NOERROR -> "has no records of type " + Type.string(type);
            case Rcode.NXDOMAIN -> "unknown domain";
            default -> "error: " + Rcode.string(code).toLowerCase(Locale.ROOT);
        };
    }

    private static Name name(String question) {
        Optional<Address> address = Address.of(question);
        if (address.isPresent()) {
            return ReverseMap.fromAddress(address.get().ip());
        }
        return question.equals(".") ? Name.root : DnsNames.of(question.endsWith(".") ? question.substring(0, question.length() - 1) : question)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + question + "' is no name: it has parts of 1 to 63 bytes with dots between, and at most 255 bytes in all"));
    }
}
