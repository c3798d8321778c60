package dev.patchbay.chat;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;

/// How a post says when it was made: as Python prints a local time in ISO 8601, so that both look alike in one list.
final class PostTime {

    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter TO_THE_MICROSECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);

    private PostTime() {}

    /// {@return the time with six decimals, or with none if they were all zero}
    static String text(LocalDateTime time) {
        return (time.get(ChronoField.MICRO_OF_SECOND) == 0 ? TO_THE_SECOND : TO_THE_MICROSECOND).format(time);
    }
}
