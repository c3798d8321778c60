package dev.patchbay.api.journal;

import dev.patchbay.api.Stable;
import org.jspecify.annotations.Nullable;

/// Says that a journal could not do what it was asked; the message says what an operator can do about it. After a failed
/// append it is unknown whether the entry was stored.
@Stable(since = "1.0")
public final class JournalException extends RuntimeException {

    /// Creates an exception.
    public JournalException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
