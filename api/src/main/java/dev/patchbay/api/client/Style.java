package dev.patchbay.api.client;

import dev.patchbay.api.Stable;

/// What a piece of text is, from which a console chooses its looks.
@Stable(since = "1.0")
public enum Style {
    /// Ordinary text.
    PLAIN,
    /// Somebody's or something's name: each name has a colour of its own.
    NAME,
    /// What matters less, such as a time.
    MUTED,
    /// What matters most in its line.
    STRONG,
    /// Good news.
    GOOD,
    /// Bad news.
    BAD
}
