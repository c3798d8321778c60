package dev.patchbay.dns;

import dev.patchbay.api.DatagramService;
import dev.patchbay.api.StreamService;
import dev.patchbay.api.wire.Binary;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.Datagram;
import dev.patchbay.api.wire.DatagramSender;
import java.net.InetAddress;
import java.nio.ByteOrder;

/// Carries messages of the DNS: one in a datagram, or any number on a connection, each with its size in two bytes before it.
final class DnsRfc1035Service implements StreamService, DatagramService {

    private final Responder responder;
    private final Cookies cookies;
    private final DatagramAnswers answers;

    DnsRfc1035Service(Responder responder, Cookies cookies, DatagramAnswers answers) {
        this.responder = responder;
        this.cookies = cookies;
        this.answers = answers;
    }

    @Override
    public void receive(Datagram datagram, DatagramSender sender) {
        answers.to(datagram, sender.listening()).ifPresent(answer -> sender.send(Datagram.of(datagram.peer(), answer)));
    }

    @Override
    public void serve(Connection peer) {
        Binary binary = peer.binary(ByteOrder.BIG_ENDIAN);
        InetAddress client = peer.peer().getAddress();
        while (binary.hasNext()) {
            Exchange exchange = responder.respond(SizedMessages.receive(binary))
                    .orElseThrow(() -> ConnectionException.violation("a message that is no query of the DNS"));
            Exchange answer = exchange.cookie().map(cookie -> exchange.with(cookies.renewed(cookie, client))).orElse(exchange);
            SizedMessages.send(binary, answer.toMessage());
        }
    }
}
