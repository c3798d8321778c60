package dev.patchbay.dns;

import dev.patchbay.api.DatagramService;
import dev.patchbay.api.StreamService;
import dev.patchbay.api.wire.Binary;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.Datagram;
import dev.patchbay.api.wire.DatagramSender;
import java.nio.ByteOrder;

/// Carries messages of the DNS: one in a datagram, or any number on a connection, each with its size in two bytes before it.
final class DnsRfc1035Service implements StreamService, DatagramService {

    private final Responder responder;

    DnsRfc1035Service(Responder responder) {
        this.responder = responder;
    }

    @Override
    public void receive(Datagram datagram, DatagramSender sender) {
        responder.toDatagram(datagram.payload()).ifPresent(answer -> sender.send(Datagram.of(datagram.peer(), answer)));
    }

    @Override
    public void serve(Connection peer) {
        Binary binary = peer.binary(ByteOrder.BIG_ENDIAN);
        while (binary.hasNext()) {
            SizedMessages.send(binary, responder.toMessage(SizedMessages.receive(binary))
                    .orElseThrow(() -> ConnectionException.violation("a message that is no query of the DNS")));
        }
    }
}
