package dev.patchbay.gateway.journal;

import dev.patchbay.api.journal.Follower;
import dev.patchbay.api.journal.Journal;
import dev.patchbay.api.journal.Subscription;
import dev.patchbay.api.journal.Topic;
import dev.patchbay.api.wire.Connection;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.function.BiConsumer;

/// The journals and topics that one plugin sees, under its own names, for as long as it lives: closing the scope ends every
/// subscription that was obtained through it. Any number of scopes may belong to one plugin, and share its journals and topics.
///
/// All methods may be called from any thread.
public final class PluginJournals implements AutoCloseable {

    /// How long followers that still run get to end, all together.
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final String plugin;
    private final Journals journals;
    private final Topics topics;
    private final ThreadFactory threads;
    private final BiConsumer<String, Throwable> faults;
    private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /// Creates a scope.
    ///
    /// @param plugin  the plugin's id
    /// @param threads makes the virtual threads on which the plugin's followers are called
    /// @param faults  is told what a follower threw, with the name of the journal
    public PluginJournals(String plugin, Journals journals, Topics topics, ThreadFactory threads, BiConsumer<String, Throwable> faults) {
        this.plugin = plugin;
        this.journals = journals;
        this.topics = topics;
        this.threads = threads;
        this.faults = faults;
    }

    /// {@return the plugin's journal of this name}
    ///
    /// @param name 1 to 255 bytes of UTF-8
    public Journal journal(String name) {
        return new PluginJournal(this, journals, new OwnedName(plugin, name));
    }

    /// {@return the plugin's topic of this name}
    ///
    /// @param name 1 to 255 bytes of UTF-8
    public Topic topic(String name) {
        return new PluginTopic(this, topics, new OwnedName(plugin, name));
    }

    Subscription follow(OwnedName journal, long from, Follower follower) {
        Following following = new Following(this, journals, journal, from, follower);
        following.start();
        began(following);
        return following;
    }

    Subscription subscribe(OwnedName topic, Connection receiver) {
        receiver.flush();
        Subscriber subscriber = new Subscriber(this, topic, receiver);
        topics.add(subscriber);
        began(subscriber);
        return subscriber;
    }

    Thread thread(Runnable work) {
        return threads.newThread(work);
    }

    void fault(OwnedName journal, Throwable fault) {
        faults.accept(journal.name(), fault);
    }

    private void began(Subscription subscription) {
        subscriptions.add(subscription);
        // Looked at after it was added, so that either this or close() ends it.
        if (closed) {
            subscription.close();
            throw new IllegalStateException("the plugin " + plugin + " is closed: it cannot subscribe any more");
        }
    }

    void ended(Following following) {
        subscriptions.remove(following);
        journals.remove(following);
    }

    void ended(Subscriber subscriber) {
        subscriptions.remove(subscriber);
        topics.remove(subscriber);
    }

    /// {@return whether no follower runs any more, after this was closed}
    public boolean hasEnded() {
        return subscriptions.stream().noneMatch(Following.class::isInstance);
    }

    /// Ends all subscriptions. A follower that is in the middle of a call is interrupted and has a second to return.
    /// Calling this again does nothing.
    @Override
    public void close() {
        closed = true;
        long end = System.nanoTime() + PATIENCE.toNanos();
        subscriptions.forEach(Subscription::close);
        for (Subscription subscription : subscriptions) {
            if (subscription instanceof Following following) {
                following.interrupt();
            }
        }
        for (Subscription subscription : subscriptions) {
            if (subscription instanceof Following following) {
                following.awaitEnd(Duration.ofNanos(end - System.nanoTime()));
            }
        }
    }
}
