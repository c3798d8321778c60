package dev.patchbay.chat;

import java.util.ArrayList;
import java.util.List;

/// One thing said in a chat without framing: what one read returned, or a line of it.
///
/// @param text what was said, without its end
/// @param end  how it ended: with a line feed, perhaps a carriage return before it, or with nothing, as many clients do
record Utterance(String text, String end) {

    /// {@return what was said in one read, at least one utterance: each line is one, and so is what follows the last line end}
    ///
    /// @param chunk not empty
    static List<Utterance> in(String chunk) {
        List<Utterance> all = new ArrayList<>();
        int start = 0;
        while (start < chunk.length()) {
            int feed = chunk.indexOf('\n', start);
            int next = feed < 0 ? chunk.length() : feed + 1;
            int end = feed < 0 ? next : feed > start && chunk.charAt(feed - 1) == '\r' ? feed - 1 : feed;
            all.add(new Utterance(chunk.substring(start, end), chunk.substring(end, next)));
            start = next;
        }
        return all;
    }
}
