package dev.patchbay.udpbroadcast;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.DatagramService;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.StreamService;
import dev.patchbay.api.journal.Journal;
import dev.patchbay.api.journal.Subscription;
import dev.patchbay.api.journal.Topic;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.Datagram;
import dev.patchbay.api.wire.DatagramSender;
import dev.patchbay.api.wire.Frames;
import dev.patchbay.api.wire.Message;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps what is broadcast and passes it on to connections; broadcasts what they send.
final class UdpBroadcastService implements DatagramService, StreamService {

    /// The largest text that is broadcast, in bytes of UTF-8: what programs in the network have room for.
    static final int MAX_SIZE = 1000;

    /// The journal and the topic.
    static final String NAME = "datagrams";

    private final Journal journal;
    private final Topic topic;
    private final System.Logger logger;
    private final Air air;
    private final RateLimit heard;
    private final RateLimit said;

    /// @param rate how many texts a second one address or one client may have
    UdpBroadcastService(ServiceContext context, Air air, int rate) {
        journal = context.journal(NAME);
        topic = context.topic(NAME);
        logger = context.logger();
        this.air = air;
        heard = new RateLimit(rate, System::nanoTime);
        said = new RateLimit(rate, System::nanoTime);
    }

    @Override
    public void opened(DatagramSender sender) {
        air.open(sender);
    }

    /// What is too large or too much is lost without a word, as datagrams are. Nothing that is heard is ever sent on as a datagram, or
    /// answered by one: two bridges cannot talk to each other for ever, whoever forges whose address.
    @Override
    public void receive(Datagram datagram, DatagramSender sender) {
        InetSocketAddress peer = datagram.peer();
        if (Air.isFromOthers(peer, sender) && datagram.payload().length <= MAX_SIZE && heard.take(peer.getAddress()).isZero()) {
            passOn(peer, datagram.text(), null);
        }
    }

    @Override
    public void serve(Connection peer) throws InterruptedException {
        // The banner is in the connection's output, and what is published goes past that.
        peer.flush();
        try (Subscription _ = topic.subscribe(peer)) {
            Frames frames = peer.frames();
            while (frames.hasNext()) {
                String text = frames.receive();
                waitForTurn(peer.peer().getAddress());
                broadcast(text, peer).ifPresent(problem -> frames.send("error: " + problem));
            }
        }
    }

    /// Who sends too fast is made to wait: on a connection nothing need be lost.
    private void waitForTurn(InetAddress client) throws InterruptedException {
        for (Duration wait = said.take(client); wait.isPositive(); wait = said.take(client)) {
            Thread.sleep(wait);
        }
    }

    private Optional<String> broadcast(String text, Connection peer) {
        int size = text.getBytes(UTF_8).length;
        if (size > MAX_SIZE) {
            return Optional.of("a datagram has at most " + MAX_SIZE + " bytes, this one has " + size);
        }
        Optional<String> problem = air.send(text);
        if (problem.isEmpty()) {
            // Our own datagram is ignored when it comes back, so the other connections hear of it here.
            passOn(peer.peer(), text, peer);
        }
        return problem;
    }

    private void passOn(InetSocketAddress from, String text, @Nullable Connection except) {
        String line = Peers.text(from) + " " + text;
        logger.log(Level.INFO, line);
        journal.append(line);
        topic.publish(Message.frame(line), except);
    }
}
