package dev.patchbay.api.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.Stable;
import dev.patchbay.api.Stable.Implementer;

/// A durable log in one total order, shared by everybody who uses its name within a plugin.
///
/// **Offsets** increase strictly, are never used twice, and may leave gaps: a reader resumes at the last one seen plus 1, and
/// computes nothing else from them. An entry is visible only when all lower ones are.
///
/// **Retention** is the operator's: old entries may go, by count or by age, at any time. A [Snapshot] and a [Follower] say
/// so where it matters.
///
/// **Damage.** Each entry is checked when it is read; one that is damaged on disk is given as such ([Entry#damaged]), with
/// a short placeholder as its text, never left out.
///
/// **Threads.** All methods may be called from any thread, and may block: not for long, but for a disk.
///
/// ```java
/// Journal board = context.journal("board");
/// board.append("hello");
/// try (Snapshot entries = board.snapshot()) {
///     frames.send(Long.toString(entries.count()));
///     for (Entry entry : entries) {
///         frames.send(entry.text());
///     }
/// }
/// ```
///
/// Not for implementation by plugins.
@Stable(since = "1.0", implementedBy = Implementer.HOST)
public interface Journal {

    /// Appends an entry, and returns when it is durable.
    ///
    /// @param payload its bytes, at most 16 MiB
    /// @return its offset, at least 1
    /// @throws JournalException if it could not be stored, or not in time. That means *unknown*, never "not stored": who must
    ///                          be sure repeats it with an id
    long append(byte[] payload);

    /// Appends an entry once, however often this is called with one id: a repeated call returns the offset of the first.
    ///
    /// @param id      chosen by the caller, unique in the journal, 1 to 255 bytes of UTF-8; remembered as long as the entry
    /// @param payload its bytes, at most 16 MiB
    /// @return its offset, at least 1
    /// @throws JournalException if it could not be stored, or not in time; repeating it with the same id is harmless
    long append(String id, byte[] payload);

    /// Appends a text in UTF-8, and returns when it is durable.
    ///
    /// @return its offset, at least 1
    /// @throws JournalException as for [#append(byte[])]
    default long append(String text) {
        return append(text.getBytes(UTF_8));
    }

    /// {@return all entries there are at this moment}
    ///
    /// @throws JournalException if they cannot be read
    Snapshot snapshot();

    /// {@return the entries there are at this moment from an offset on}
    ///
    /// @param from the lowest offset wanted; 0 for all
    /// @param max  the most entries wanted, the lowest ones
    /// @throws JournalException if they cannot be read
    Snapshot read(long from, long max);

    /// {@return the newest entries there are at this moment, oldest first}
    ///
    /// @param max the most entries wanted
    /// @throws JournalException if they cannot be read
    Snapshot tail(long max);

    /// Gives every entry from an offset on to a follower: first those there are, then each new one soon after it is durable,
    /// in order, at least once. It ends with its subscription, at the latest with the plugin.
    ///
    /// @param from     the lowest offset wanted; 0 for all, the last one seen plus 1 to resume
    /// @param follower is called by a virtual thread of its own
    Subscription follow(long from, Follower follower);
}
