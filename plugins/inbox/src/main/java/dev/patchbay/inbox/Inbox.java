package dev.patchbay.inbox;

import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.journal.Journal;
import dev.patchbay.api.wire.Connection;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/// Where messages end up, whichever protocol they came by: first in a journal, then in the log, which makes them safe to look at.
record Inbox(Journal journal, Logger logger) {

    static Inbox of(ServiceContext context) {
        return new Inbox(context.journal("messages"), context.logger());
    }

    void take(Connection peer, String text) {
        journal.append(peer.peerAddress() + " " + text);
        logger.log(Level.INFO, () -> "message from " + peer.peerAddress() + ": " + text);
    }
}
