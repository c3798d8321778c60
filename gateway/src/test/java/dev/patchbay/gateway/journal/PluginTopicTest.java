package dev.patchbay.gateway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.journal.Subscription;
import dev.patchbay.api.journal.Topic;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.Message;
import dev.patchbay.gateway.journal.RecordingTransport.Peer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PluginTopicTest {

    private final Topics topics = new Topics();
    private final PluginJournals scope = scope("chat");
    private final Topic topic = scope.topic("room");
    private final RecordingTransport alice = new RecordingTransport();
    private final RecordingTransport bob = new RecordingTransport();

    @Test
    void messageGoesToAllSubscribersButTheOneExcepted() {
        Connection alicesConnection = new Connection(alice);
        Subscription _ = topic.subscribe(alicesConnection);
        Subscription _ = topic.subscribe(new Connection(bob));

        assertThat(topic.publish(Message.text("to all"))).isEqualTo(2);
        assertThat(topic.publish(Message.text("to others"), alicesConnection)).isEqualTo(1);

        assertThat(alice.received()).containsExactly("to all");
        assertThat(bob.received()).containsExactly("to all", "to others");
    }

    @Test
    void nothingIsKeptForThoseWhoSubscribeLater() {
        assertThat(topic.publish(Message.text("too early"))).isZero();

        Subscription _ = topic.subscribe(new Connection(alice));

        assertThat(alice.received()).isEmpty();
    }

    @Test
    void whatWasSentBeforeLeavesBeforeTheFirstMessage() {
        Subscription _ = topic.subscribe(new Connection(alice));

        assertThat(alice.flushed()).isTrue();
    }

    @Test
    void closedSubscriptionReceivesNoMore() {
        Subscription subscription = topic.subscribe(new Connection(alice));
        subscription.close();
        subscription.close();

        assertThat(topic.publish(Message.text("missed"))).isZero();
        assertThat(alice.received()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"READS_TOO_SLOWLY", "HAS_LEFT"})
    void whoDoesNotTakeAMessageIsForgottenAndTheOthersGetIt(Peer peer) {
        Subscription _ = topic.subscribe(new Connection(alice));
        Subscription _ = topic.subscribe(new Connection(bob));
        alice.peer(peer);

        assertThat(topic.publish(Message.text("one"))).isEqualTo(1);
        alice.peer(Peer.READS);
        assertThat(topic.publish(Message.text("two"))).isEqualTo(1);

        assertThat(alice.received()).isEmpty();
        assertThat(bob.received()).containsExactly("one", "two");
    }

    @Test
    void topicsAreApartByPluginAndByNameAndSharedByTheScopesOfAPlugin() {
        Subscription _ = topic.subscribe(new Connection(alice));

        assertThat(scope("chat").topic("room").publish(Message.text("other listener"))).isEqualTo(1);
        assertThat(scope("chat").topic("other").publish(Message.text("other room"))).isZero();
        assertThat(scope("games").topic("room").publish(Message.text("other plugin"))).isZero();
    }

    @Test
    void closingTheScopeEndsItsSubscriptionsAndNoOthers() {
        PluginJournals other = scope("chat");
        Subscription _ = topic.subscribe(new Connection(alice));
        Subscription _ = other.topic("room").subscribe(new Connection(bob));

        scope.close();

        assertThat(other.topic("room").publish(Message.text("still here"))).isEqualTo(1);
        assertThat(bob.received()).containsExactly("still here");
        assertThatThrownBy(() -> topic.subscribe(new Connection(alice))).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
    }

    @Test
    void everyoneSeesTheMessagesOfOnePublisherInItsOrderWhileOthersComeAndGo() throws Exception {
        int publishers = 4;
        int each = 500;
        Subscription _ = topic.subscribe(new Connection(alice));
        List<Callable<Void>> work = new ArrayList<>();
        for (int publisher = 0; publisher < publishers; publisher++) {
            String name = publisher + " ";
            work.add(() -> {
                for (int i = 0; i < each; i++) {
                    topic.publish(Message.text(name + i));
                }
                return null;
            });
            work.add(() -> {
                for (int i = 0; i < each; i++) {
                    topic.subscribe(new Connection(new RecordingTransport())).close();
                }
                return null;
            });
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        }

        assertThat(alice.received()).hasSize(publishers * each);
        for (int publisher = 0; publisher < publishers; publisher++) {
            String name = publisher + " ";
            assertThat(alice.received().stream().filter(text -> text.startsWith(name)).map(text -> Integer.valueOf(text.substring(2)))).isSorted();
        }
        assertThat(topic.publish(Message.text("last"))).as("only one still listens").isEqualTo(1);
    }

    private PluginJournals scope(String plugin) {
        Journals journals = new Journals(new MemoryStore(1, Clock.systemUTC()));
        return new PluginJournals(plugin, journals, topics, Thread.ofVirtual().factory(), (_, _) -> {});
    }
}
