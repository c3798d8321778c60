package dev.patchbay.gateway.journal;

import dev.patchbay.api.journal.Subscription;
import dev.patchbay.api.journal.Topic;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.Message;
import org.jspecify.annotations.Nullable;

/// A topic as one plugin sees it.
record PluginTopic(PluginJournals scope, Topics topics, OwnedName name) implements Topic {

    @Override
    public Subscription subscribe(Connection receiver) {
        return scope.subscribe(name, receiver);
    }

    @Override
    public int publish(Message message, @Nullable Connection except) {
        return topics.publish(name, message, except);
    }

    @Override
    public String toString() {
        return "topic " + name;
    }
}
