package dev.patchbay.guess;

import dev.patchbay.api.StreamService;
import dev.patchbay.api.wire.Binary;
import dev.patchbay.api.wire.Connection;

/// Lets each connection take part in the game as one player.
final class GuessService implements StreamService {

    private final Game game;
    private final PacketFormat format;

    GuessService(Game game, PacketFormat format) {
        this.game = game;
        this.format = format;
    }

    @Override
    public void serve(Connection peer) {
        Player player = new Player(peer::close);
        try {
            Binary packets = peer.binary(format.order());
            while (packets.hasNext()) {
                Guess guess = Guess.of(format.get(packets.receive(format.size())));
                Packet reply = game.answer(player, guess).packet();
                packets.send(format.size(), record -> format.put(reply, record));
                // A write of its own: clients take whatever they read for one reply.
                peer.flush();
            }
        } finally {
            game.leave(player);
        }
    }
}
