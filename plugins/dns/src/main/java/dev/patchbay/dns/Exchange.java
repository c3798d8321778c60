package dev.patchbay.dns;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.CookieOption;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

/// A query and the response to it, of which the way it goes decides how large it may be. Immutable.
///
/// @param query     empty if it was malformed
/// @param querySize in bytes
record Exchange(Optional<Message> query, int querySize, Message response) {

    /// What a datagram may hold if the client does not say more.
    private static final int PLAIN_DATAGRAM = 512;

    /// What a datagram may hold at most, whatever the client says: it should not be cut into fragments on its way.
    static final int LARGEST_DATAGRAM = 1232;

    private static final int LARGEST_MESSAGE = 65_535;

    /// Where in the header the flags are, and that one of them.
    private static final int FLAGS = 2;

    private static final int TRUNCATED = 0x02;

    /// Where in the header it is said how many records follow.
    private static final int COUNTS = 4;

    /// {@return the cookie of RFC 7873 that came with the query, if one did and the response has room for another}
    Optional<CookieOption> cookie() {
        return query.filter(_ -> response.getOPT() != null).map(Message::getOPT).stream()
                .flatMap(edns -> edns.getOptions(EDNSOption.Code.COOKIE).stream())
                .map(CookieOption.class::cast)
                .findFirst();
    }

    /// {@return the same, with this cookie in the response}
    Exchange with(CookieOption cookie) {
        return with(response.clone(), response.getOPT().getExtendedRcode(), cookie);
    }

    /// {@return that the client should ask again, with this cookie}
    Exchange badCookie(CookieOption cookie) {
        Message refusal = withoutRecords();
        refusal.getHeader().setRcode(Rcode.BADCOOKIE & 0xf);
        return with(refusal, Rcode.BADCOOKIE >> 4, cookie);
    }

    private Exchange with(Message message, int extendedCode, CookieOption cookie) {
        OPTRecord edns = message.getOPT();
        message.removeRecord(edns, Section.ADDITIONAL);
        message.addRecord(
                new OPTRecord(edns.getPayloadSize(), extendedCode, edns.getVersion(), edns.getFlags(), List.of(cookie)), Section.ADDITIONAL);
        return new Exchange(query, querySize, message);
    }

    /// {@return that the client should ask again, over TCP; never larger than the query}
    byte[] cut() {
        Message cut = withoutRecords();
        cut.getHeader().setFlag(Flags.TC);
        byte[] bytes = cut.toWire();
        // A question may be written with pointers into itself, and is longer without them: then the header alone has to do.
        if (bytes.length <= querySize) {
            return bytes;
        }
        byte[] header = Arrays.copyOf(bytes, Header.LENGTH);
        Arrays.fill(header, COUNTS, Header.LENGTH, (byte) 0);
        return header;
    }

    private Message withoutRecords() {
        Message message = response.clone();
        OPTRecord edns = message.getOPT();
        message.removeAllRecords(Section.ANSWER);
        message.removeAllRecords(Section.AUTHORITY);
        message.removeAllRecords(Section.ADDITIONAL);
        if (edns != null) {
            message.addRecord(edns, Section.ADDITIONAL);
        }
        return message;
    }

    /// {@return the response in a datagram, whole, if that is no larger than the query}
    Optional<byte[]> noLarger() {
        byte[] bytes = toDatagram();
        boolean whole = (bytes[FLAGS] & TRUNCATED) == 0;
        return whole && bytes.length <= querySize ? Optional.of(bytes) : Optional.empty();
    }

    /// {@return the response in a datagram; cut if it does not fit}
    byte[] toDatagram() {
        OPTRecord edns = query.map(Message::getOPT).orElse(null);
        return response.toWire(edns == null ? PLAIN_DATAGRAM : Math.clamp(edns.getPayloadSize(), PLAIN_DATAGRAM, LARGEST_DATAGRAM));
    }

    /// {@return the response on a connection}
    byte[] toMessage() {
        return response.toWire(LARGEST_MESSAGE);
    }
}
