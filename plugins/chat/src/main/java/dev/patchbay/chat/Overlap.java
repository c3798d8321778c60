package dev.patchbay.chat;

import java.util.List;

/// Tells what is new in a transcript. It grows at its end and may lose old entries at its beginning; the wire has nothing but their text to
/// tell entries apart.
final class Overlap {

    private Overlap() {}

    /// {@return how many entries at the beginning of `now` are those at the end of `before`}
    static int of(List<String> before, List<String> now) {
        for (int gone = 0; gone < before.size(); gone++) {
            int kept = before.size() - gone;
            if (kept <= now.size() && now.subList(0, kept).equals(before.subList(gone, before.size()))) {
                return kept;
            }
        }
        return 0;
    }
}
