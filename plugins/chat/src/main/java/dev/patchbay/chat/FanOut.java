package dev.patchbay.chat;

import dev.patchbay.api.load.Exchange;
import dev.patchbay.api.load.Load;
import dev.patchbay.api.load.LoadContext;
import dev.patchbay.api.wire.Chunks;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.Lines;
import dev.patchbay.api.wire.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// One speaks and all others listen; a message has been answered when the last of them has heard it. Nobody else may speak meanwhile.
final class FanOut implements Exchange {

    /// What a server reads at once is a message, so what is under way at once must not be more than it surely reads.
    private static final int LARGEST = 2048;

    private static final int SMALLEST = 3;
    private static final int TEXTS = 100;
    private static final String SPEAKER = "patchbay-bench";
    private static final String HEARD = "[" + SPEAKER + "] ";
    /// In milliseconds.
    private static final long MOMENT = 20;

    static final Load LOAD = Load.of("fan-out", "says something to the others, as many as there are connections", FanOut::open)
            .size(32, SMALLEST, LARGEST)
            .counting("deliveries")
            .joint();

    private final LoadContext context;
    private final Chunks speaker;
    private final List<Connection> listeners;
    private final List<Message> said;
    private final List<Message> heard;
    private int sent;
    private int received;

    private FanOut(LoadContext context, Chunks speaker, List<Connection> listeners) {
        this.context = context;
        this.speaker = speaker;
        this.listeners = listeners;
        List<String> texts = IntStream.range(0, TEXTS).mapToObj(i -> text(i, (int) context.size())).toList();
        said = texts.stream().map(Message::text).toList();
        heard = texts.stream().map(text -> Message.text(HEARD + text)).toList();
    }

    private static String text(int number, int size) {
        return "%02d%s\n".formatted(number, "x".repeat(size - SMALLEST));
    }

    private static FanOut open(LoadContext context) throws Exception {
        if (context.depth() * context.size() > LARGEST) {
            throw new IllegalArgumentException("a chat tells messages apart by their arrival: --depth times --size has to be at most " + LARGEST);
        }
        Chunks speaker = context.connect().chunks();
        speaker.send(SPEAKER + "\n");
        List<Connection> listeners = new ArrayList<>();
        for (int i = 0; i < context.connections(); i++) {
            Connection listener = context.connect();
            listener.chunks().send(SPEAKER + "-listener\n");
            listeners.add(listener);
        }
        gather(speaker, listeners);
        return new FanOut(context, speaker, listeners);
    }

    /// Waits until all of them are in: a server need not have noticed somebody who is connected, and does not say when it has.
    private static void gather(Chunks speaker, List<Connection> listeners) throws InterruptedException {
        CountDownLatch gathered = new CountDownLatch(1);
        Thread calling = Thread.ofVirtual().start(() -> callUntil(gathered, speaker));
        try {
            listeners.forEach(listener -> skip(listener.lines(), HEARD + "hello"));
        } finally {
            gathered.countDown();
            calling.join();
        }
        speaker.send("begin\n");
        listeners.forEach(listener -> skip(listener.lines(), HEARD + "begin"));
    }

    private static void callUntil(CountDownLatch gathered, Chunks speaker) {
        try {
            do {
                speaker.send("hello\n");
            } while (!gathered.await(MOMENT, TimeUnit.MILLISECONDS));
        } catch (InterruptedException | ConnectionException e) {
            // They will hear that there is nobody to be heard any more.
        }
    }

    /// Reads up to a line, over what others have said and been announced as before.
    private static void skip(Lines lines, String last) {
        while (!lines.receive().equals(last)) {}
    }

    @Override
    public void send() {
        speaker.send(said.get(sent));
        sent = (sent + 1) % TEXTS;
    }

    @Override
    public void receive() {
        Message message = heard.get(received);
        for (Connection listener : listeners) {
            listener.expect(message);
        }
        context.count(listeners.size());
        received = (received + 1) % TEXTS;
    }
}
