package first;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.ListenerInfo;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.StreamService;
import dev.patchbay.api.client.Item;
import dev.patchbay.api.journal.Entry;
import dev.patchbay.api.journal.Follower;
import dev.patchbay.api.journal.Journal;
import dev.patchbay.api.journal.Snapshot;
import dev.patchbay.api.journal.Subscription;
import dev.patchbay.api.journal.Topic;
import dev.patchbay.api.wire.Binary;
import dev.patchbay.api.wire.Chunks;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.Frames;
import dev.patchbay.api.wire.Lines;
import dev.patchbay.api.wire.Message;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Answers each request, a frame, in a way of its own.
final class FirstService implements StreamService {

    private final ServiceContext context;
    private final Journal journal;
    private final Topic topic;

    FirstService(ServiceContext context) {
        this.context = context;
        journal = context.journal("kept");
        topic = context.topic("said");
    }

    @Override
    public void serve(Connection peer) throws Exception {
        peer.idleLimit(Duration.ofMinutes(5));
        Frames frames = peer.frames();
        while (frames.hasNext()) {
            String request = frames.receive();
            switch (request) {
                case "options" -> frames.send(options());
                case "host" -> frames.send(host());
                case "peer" -> frames.send(peer.peerAddress() + " " + (peer.peer().getPort() > 0) + " " + (peer.local().getPort() > 0));
                case "journal" -> journal(frames);
                case "topic" -> topic(peer);
                case "lines" -> lines(peer.lines(), peer.lines(Lines.DEFAULT_MAX_SIZE));
                case "chunks" -> chunks(peer.chunks());
                case "binary" -> binary(peer, peer.binary(ByteOrder.LITTLE_ENDIAN));
                case "content" -> content(peer);
                case "violation" -> throw ConnectionException.violation("as asked for");
                case "close" -> peer.close();
                default -> frames.send(Message.frame(Frames.cut("you said " + request)));
            }
        }
    }

    private String options() {
        return context.option(FirstProtocol.FLAG) + " " + context.option(FirstProtocol.NUMBER) + " " + context.option(FirstProtocol.TEXT) + " "
                + context.option(FirstProtocol.WORD) + " " + context.option(FirstProtocol.TIME) + " " + context.option(FirstProtocol.SIZE) + " "
                + context.option(FirstProtocol.PATH);
    }

    private String host() throws Exception {
        context.logger().log(System.Logger.Level.DEBUG, "asked for what the host gives");
        context.report(Item.text("asked"));
        boolean there = context.clock().millis() > 0 && context.random().nextInt(5) < 5 && Files.isDirectory(context.dataFolder());
        long listeners = context.listeners().stream().filter(each -> each.protocol().startsWith("first")).filter(FirstService::isComplete).count();
        int sum = context.executor().submit(() -> 2).get() + context.scheduler().schedule(() -> 3, 1, TimeUnit.MILLISECONDS).get();
        return there + " " + listeners + " " + sum;
    }

    private static boolean isComplete(ListenerInfo listener) {
        return listener.address().getPort() > 0 && listener.datagram() == listener.protocol().equals("first-datagrams");
    }

    private void journal(Frames frames) throws Exception {
        long first = journal.append("one");
        journal.append("two".getBytes(UTF_8));
        long third = journal.append("id", "three".getBytes(UTF_8));
        boolean once = third == journal.append("id", "three again".getBytes(UTF_8));
        try (Snapshot all = journal.snapshot(); Snapshot some = journal.read(first, 2); Snapshot last = journal.tail(1)) {
            frames.send(all.count() + " " + texts(some) + texts(last) + once + " " + followed(first));
        }
    }

    private static String texts(Snapshot entries) {
        StringBuilder texts = new StringBuilder();
        for (Entry entry : entries) {
            boolean sound = !entry.damaged() && entry.offset() > 0 && entry.size() == entry.payload().length && entry.time().toEpochMilli() > 0;
            texts.append(sound ? entry.text() : "?").append(' ');
        }
        return texts.toString();
    }

    private int followed(long from) throws Exception {
        CountDownLatch three = new CountDownLatch(3);
        Follower follower = new Follower() {
            @Override
            public void entry(Entry entry) {
                three.countDown();
            }

            @Override
            public void gap(long gapFrom, long to) {
                throw new IllegalStateException("nothing expires here");
            }
        };
        try (Subscription _ = journal.follow(from, follower)) {
            three.await(10, TimeUnit.SECONDS);
            return (int) three.getCount();
        }
    }

    private void topic(Connection peer) {
        try (Subscription _ = topic.subscribe(peer)) {
            topic.publish(Message.frame("for nobody"), peer);
            topic.publish(Message.frame("for everybody"));
            peer.publish(Message.frame("for you"));
        }
    }

    private static void lines(Lines lines, Lines bounded) {
        if (lines.hasNext()) {
            bounded.send("line of " + lines.receive().length());
        }
    }

    private static void chunks(Chunks chunks) {
        if (chunks.hasNext()) {
            chunks.send("chunk of " + chunks.receive().length());
            chunks.send(Message.text("and of " + Math.min(chunks.receiveBytes().length, Chunks.MAX_SIZE)));
        }
    }

    private static void binary(Connection peer, Binary binary) {
        if (binary.hasNext()) {
            int size = binary.peek(2).getShort();
            ByteBuffer record = binary.receive(2 + size);
            int sum = record.position(2).getInt() + record.getInt();
            binary.send(4, reply -> reply.putInt(sum));
            peer.flush();
        }
    }

    private void content(Connection peer) throws Exception {
        Path file = context.dataFolder().resolve("content");
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            peer.content().receive(3, channel);
            long more = peer.content().receiveSome(3, channel);
            peer.content().receive(3 - more, channel);
            peer.content().send(channel, 0, channel.size());
        }
    }
}
