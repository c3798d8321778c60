package dev.patchbay.calc;

import dev.patchbay.api.InlineService;
import dev.patchbay.api.wire.Binary;
import dev.patchbay.api.wire.Connection;
import java.nio.ByteOrder;

/// Answers any number of requests, in the two formats of its listener.
final class CalcBinaryService implements InlineService {

    private final RequestFormat request;
    private final ReplyFormat reply;

    CalcBinaryService(RequestFormat request, ReplyFormat reply) {
        this.request = request;
        this.reply = reply;
    }

    @Override
    public boolean isWhole(Connection peer) {
        return requests(peer).isWhole(request.size());
    }

    @Override
    public void answer(Connection peer) {
        reply.send(peer, request.get(requests(peer).receive(request.size())));
    }

    private static Binary requests(Connection peer) {
        return peer.binary(ByteOrder.LITTLE_ENDIAN);
    }
}
