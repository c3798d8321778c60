package dev.patchbay.cli.readme;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a comment above a block says of its replay: `<!-- replay: WORD REST -->`.
///
/// | word | rest |
/// |---|---|
/// | `no` | why the block is not replayed; a test that it names has to be there |
/// | `before` | a shell command that makes what the block needs |
/// | `after` | `TYPED: COMMAND`, a shell command that runs as soon as the line is typed: what somebody else does meanwhile |
/// | `config` | `ID: KEY = VALUE`, a setting of the gateway that the block is replayed with |
/// | `file` | where a reader puts the content of the block, from the folder of the shell |
/// | `log` | nothing: the block stands in the log of the gateway |
///
/// @param word what it is
/// @param rest what stands behind the word
record Mark(String word, String rest) {

    private static final Pattern COMMENT = Pattern.compile("<!-- replay: (no|before|after|config|file|log)\\b,? ?(.*) -->");

    /// @throws IllegalArgumentException if it is no comment of this form
    static Mark parse(String comment) {
        Matcher matcher = COMMENT.matcher(comment);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no mark for a replay: " + comment);
        }
        return new Mark(matcher.group(1), matcher.group(2));
    }

    static List<String> rests(List<Mark> marks, String word) {
        return marks.stream().filter(mark -> mark.word.equals(word)).map(Mark::rest).toList();
    }
}
