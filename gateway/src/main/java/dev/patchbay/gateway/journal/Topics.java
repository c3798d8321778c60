package dev.patchbay.gateway.journal;

import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.Message;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The topics of a gateway: who listens to what now. A topic to which nobody listens takes no memory.
public final class Topics {

    private final Map<OwnedName, Set<Subscriber>> subscribers = new ConcurrentHashMap<>();

    void add(Subscriber subscriber) {
        subscribers.compute(subscriber.topic(), (_, present) -> {
            Set<Subscriber> all = present == null ? ConcurrentHashMap.newKeySet() : present;
            all.add(subscriber);
            return all;
        });
    }

    void remove(Subscriber subscriber) {
        subscribers.computeIfPresent(subscriber.topic(), (_, all) -> {
            all.remove(subscriber);
            return all.isEmpty() ? null : all;
        });
    }

    /// The transport of each receiver decides whether it takes the message, keeps it in its backlog, or is closed for not
    /// reading; nobody is waited for, and who has ended is forgotten.
    int publish(OwnedName topic, Message message, @Nullable Connection except) {
        int taken = 0;
        for (Subscriber subscriber : subscribers.getOrDefault(topic, Set.of())) {
            if (subscriber.receiver() == except) {
                continue;
            }
            if (publish(message, subscriber.receiver())) {
                taken++;
            } else {
                subscriber.close();
            }
        }
        return taken;
    }

    private static boolean publish(Message message, Connection receiver) {
        try {
            return receiver.publish(message);
        } catch (ConnectionException e) {
            return false;
        }
    }
}
