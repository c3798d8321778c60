package dev.patchbay.calc;

import dev.patchbay.api.StreamService;
import dev.patchbay.api.wire.Binary;
import dev.patchbay.api.wire.Connection;
import java.nio.ByteOrder;

/// Answers any number of requests, in the two formats of its listener.
final class CalcBinaryService implements StreamService {

    private final RequestFormat request;
    private final ReplyFormat reply;

    CalcBinaryService(RequestFormat request, ReplyFormat reply) {
        this.request = request;
        this.reply = reply;
    }

    @Override
    public void serve(Connection peer) {
        Binary requests = peer.binary(ByteOrder.LITTLE_ENDIAN);
        while (requests.hasNext()) {
            reply.send(peer, request.get(requests.receive(request.size())));
        }
    }
}
