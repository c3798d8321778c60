/// What protocols share and keep: the durable [Journal][dev.patchbay.api.journal.Journal] and the ephemeral
/// [Topic][dev.patchbay.api.journal.Topic].
///
/// A board, a mailbox, a history: everything durable in small protocols is a log that somebody reads from the start and
/// somebody follows. A chat room is a topic: whoever listens now hears it.
@NullMarked
package dev.patchbay.api.journal;

import org.jspecify.annotations.NullMarked;
