package dev.patchbay.gateway.journal;

import dev.patchbay.api.journal.Subscription;
import dev.patchbay.api.wire.Connection;

/// One connection that listens to one topic.
final class Subscriber implements Subscription {

    private final PluginJournals scope;
    private final OwnedName topic;
    private final Connection receiver;

    Subscriber(PluginJournals scope, OwnedName topic, Connection receiver) {
        this.scope = scope;
        this.topic = topic;
        this.receiver = receiver;
    }

    OwnedName topic() {
        return topic;
    }

    Connection receiver() {
        return receiver;
    }

    @Override
    public void close() {
        scope.ended(this);
    }
}
