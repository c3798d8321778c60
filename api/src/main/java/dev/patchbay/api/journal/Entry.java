package dev.patchbay.api.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.Stable;
import java.time.Instant;

/// One entry of a [Journal]. Immutable.
@Stable(since = "1.0")
public final class Entry {

    private final long offset;
    private final Instant time;
    private final byte[] payload;
    private final boolean damaged;

    private Entry(long offset, Instant time, byte[] payload, boolean damaged) {
        this.offset = offset;
        this.time = time;
        this.payload = payload;
        this.damaged = damaged;
    }

    /// {@return an entry; for hosts and test kits}
    ///
    /// @param payload its bytes, which are not copied: nobody may change them
    public static Entry of(long offset, Instant time, byte[] payload) {
        return new Entry(offset, time, payload, false);
    }

    /// {@return a placeholder for an entry that was there and cannot be read any more; for hosts and test kits}
    ///
    /// @param what what became of it, such as `damaged` or `expired`
    public static Entry placeholder(long offset, Instant time, String what) {
        return new Entry(offset, time, ("[entry " + offset + ": " + what + "]").getBytes(UTF_8), true);
    }

    /// {@return its place in the journal}
    public long offset() {
        return offset;
    }

    /// {@return when it was appended}
    public Instant time() {
        return time;
    }

    /// {@return its bytes, a copy}
    public byte[] payload() {
        return payload.clone();
    }

    /// {@return how many bytes it has}
    public int size() {
        return payload.length;
    }

    /// {@return its bytes as UTF-8 text; what is not UTF-8 becomes U+FFFD}
    public String text() {
        return new String(payload, UTF_8);
    }

    /// {@return whether this is a placeholder for an entry that cannot be read any more}
    public boolean damaged() {
        return damaged;
    }

    @Override
    public String toString() {
        return "entry " + offset + " of " + payload.length + " bytes";
    }
}
