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
    @ValueSource(strings = {"list", "list-dm", "post TEXT...", "post [TEXT...]", "dm [USER] [TEXT...]", "raw HOST:PORT", "get NAME [AS]", "auto [--delay SECONDS]", "get [--force] [--as NAME] FILE..."})
    void aNameComesFirstAndParametersFollow(String text) {
        assertThat(Usage.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                | a name in lower case comes first
            ' '               | a name in lower case comes first
            ' list'           | a name in lower case comes first
            List              | a name in lower case comes first
            'list '           | a parameter is NAME, [NAME], NAME... or [NAME...], a switch is [--name] or [--name VALUE]
            'get  NAME'       | a parameter is NAME, [NAME], NAME... or [NAME...], a switch is [--name] or [--name VALUE]
            get name          | a parameter is NAME, [NAME], NAME... or [NAME...], a switch is [--name] or [--name VALUE]
            get [NAME         | a parameter is NAME, [NAME], NAME... or [NAME...], a switch is [--name] or [--name VALUE]
            get NAME]         | a parameter is NAME, [NAME], NAME... or [NAME...], a switch is [--name] or [--name VALUE]
            get [NAME]...     | a parameter is NAME, [NAME], NAME... or [NAME...], a switch is [--name] or [--name VALUE]
            post TEXT... USER | the rest of the line comes last
            dm [USER] TEXT    | what may be left out comes last
            swap NAME NAME    | each parameter has a name of its own
            get [--a] [--a B] | each switch has a name of its own
            get --force       | a parameter is NAME, [NAME], NAME... or [NAME...], a switch is [--name] or [--name VALUE]
            get [--force      | a parameter is NAME, [NAME], NAME... or [NAME...], a switch is [--name] or [--name VALUE]
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            auto [--delay SECONDS]    | ''               | {}
            auto [--delay SECONDS]    | --delay 0        | {--delay=0}
            auto [--delay SECONDS]    | --delay "a b"    | {--delay=a b}
            get [--force] NAME [AS]   | --force a        | {--force=, NAME=a}
            get [--force] NAME [AS]   | a --force b      | {NAME=a, --force=, AS=b}
            get [--force] NAME [AS]   | a b --force      | {NAME=a, AS=b, --force=}
            get [--force] NAME [AS]   | "--force"        | {NAME=--force}
            get [--force] NAME [AS]   | --forced         | {NAME=--forced}
            post [--loud] TEXT...     | --loud a --loud  | {--loud=, TEXT=a --loud}
            """)
    void aSwitchIsReadWhereverItStandsBeforeTheRest(String usage, String line, String expected) {
        assertThat(Usage.parse(usage).read(line)).hasValueSatisfying(arguments -> assertThat(arguments).hasToString(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            auto [--delay SECONDS]   | --delay
            auto [--delay SECONDS]   | 0
            auto [--delay SECONDS]   | --delay 0 1
            auto [--delay SECONDS]   | --speed 0
            get [--force] NAME       | --force
            post [--as NAME] TEXT... | --as bob
            post [--as NAME] TEXT... | --as
            """)
    void aSwitchWithoutItsValueAndOneThatIsNotInTheUsageDoNotFit(String usage, String line) {
        assertThat(Usage.parse(usage).read(line)).isEmpty();
    }

    @Test
    void tabsSeparateWordsToo() {
        Optional<Arguments> arguments = Usage.parse("get NAME AS").read("a\tb");

        assertThat(arguments).hasValueSatisfying(both -> assertThat(both).hasToString("{NAME=a, AS=b}"));
    }
}
