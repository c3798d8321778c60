package dev.patchbay.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandLinesTest {

    @Test
    void commandsAreSplitAtSemicolonsAndLineFeeds() {
        assertThat(CommandLines.split("open bbs; post a  b;;list\n quit ;")).containsExactly("open bbs", "post a  b", "list", "quit");
    }

    @Test
    void aSemicolonBehindABackslashIsPartOfTheCommand() {
        assertThat(CommandLines.split("post one\\; two; post c:\\temp")).containsExactly("post one; two", "post c:\\temp");
    }

    @Test
    void aQuestionWithADefaultTakesItAndAnyOtherTheNextCommand() {
        CommandLines lines = new CommandLines(List.of("dm; bob", "hello"));

        assertThat(lines.line()).contains("dm");
        assertThat(lines.answer("alice")).contains("alice");
        assertThat(lines.answer("")).contains("bob");
        assertThat(lines.answer("")).contains("hello");
        assertThat(lines.answer("")).isEqualTo(Optional.empty());
        assertThat(lines.line()).isEmpty();
    }
}
