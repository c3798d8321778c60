package dev.patchbay.api.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

    @ParameterizedTest
    @ValueSource(strings = {"list", "list-dm", "post TEXT...", "post [TEXT...]", "dm [USER] [TEXT...]", "raw HOST:PORT", "get NAME [AS]"})
    void aNameComesFirstAndParametersFollow(String text) {
        assertThat(Usage.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                | a name in lower case comes first
            ' '               | a name in lower case comes first
            ' list'           | a name in lower case comes first
            List              | a name in lower case comes first
            'list '           | a parameter is NAME, [NAME], NAME... or [NAME...]
            'get  NAME'       | a parameter is NAME, [NAME], NAME... or [NAME...]
            get name          | a parameter is NAME, [NAME], NAME... or [NAME...]
            get [NAME         | a parameter is NAME, [NAME], NAME... or [NAME...]
            get NAME]         | a parameter is NAME, [NAME], NAME... or [NAME...]
            get [NAME]...     | a parameter is NAME, [NAME], NAME... or [NAME...]
            post TEXT... USER | the rest of the line comes last
            dm [USER] TEXT    | what may be left out comes last
            swap NAME NAME    | each parameter has a name of its own
            """)
    void aUsageThatIsNotWellFormedSaysWhichRuleItBreaks(String text, String rule) {
        assertThatIllegalArgumentException().isThrownBy(() -> Usage.parse(text))
                .withMessage("the usage '" + text + "' is not well-formed: " + rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            list                | ''              | {}
            list                | '  '            | {}
            get NAME            | a.txt           | {NAME=a.txt}
            get NAME            | '  a.txt  '     | {NAME=a.txt}
            get NAME            | "a b.txt"       | {NAME=a b.txt}
            get NAME            | ""              | {NAME=}
            get NAME            | it"s            | {NAME=it"s}
            get NAME            | "a              | {NAME="a}
            get NAME            | "a"b            | {NAME="a"b}
            get NAME [AS]       | a               | {NAME=a}
            get NAME [AS]       | "a b" "c d"     | {NAME=a b, AS=c d}
            dm [USER] [TEXT...] | ''              | {}
            dm [USER] [TEXT...] | bob             | {USER=bob}
            dm [USER] [TEXT...] | bob see  you    | {USER=bob, TEXT=see  you}
            post TEXT...        | "quoted" or not | {TEXT="quoted" or not}
            """)
    void argumentsThatFitAreNamed(String usage, String line, String expected) {
        assertThat(Usage.parse(usage).read(line)).hasValueSatisfying(arguments -> assertThat(arguments).hasToString(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            list          | of things to buy
            get NAME      | ''
            get NAME      | a b
            get NAME [AS] | a b c
            get NAME      | "a"b c
            post TEXT...  | '  '
            """)
    void argumentsThatDoNotFitAreNone(String usage, String line) {
        assertThat(Usage.parse(usage).read(line)).isEmpty();
    }

    @Test
    void tabsSeparateWordsToo() {
        Optional<Arguments> arguments = Usage.parse("get NAME AS").read("a\tb");

        assertThat(arguments).hasValueSatisfying(both -> assertThat(both).hasToString("{NAME=a, AS=b}"));
    }
}
