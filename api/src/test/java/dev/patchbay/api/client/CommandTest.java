package dev.patchbay.api.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandTest {

    private static final Command DM = Command.of("dm [USER] [TEXT...]", "sends a direct message", arguments -> {});

    @Test
    void itSaysOfItselfWhatHelpShows() {
        Command command = DM.alias("tell").alias("msg").example("dm bob see you at eight").example("dm");

        assertThat(command.name()).isEqualTo("dm");
        assertThat(command.usage()).isEqualTo("dm [USER] [TEXT...]").isEqualTo(command.toString());
        assertThat(command.help()).isEqualTo("sends a direct message");
        assertThat(command.aliases()).containsExactly("tell", "msg");
        assertThat(command.examples()).containsExactly("dm bob see you at eight", "dm");
    }

    @Test
    void settingSomethingMakesAnotherCommand() {
        assertThat(DM.alias("tell").example("dm bob hi").completing("USER", () -> List.of("bob"))).isNotSameAs(DM);

        assertThat(DM.aliases()).isEmpty();
        assertThat(DM.examples()).isEmpty();
        assertThat(DM.candidates("")).isEmpty();
    }

    @Test
    void itIsCalledByItsNameAndByItsAliases() {
        Command command = DM.alias("tell");

        assertThat(command.isCalled("dm")).isTrue();
        assertThat(command.isCalled("tell")).isTrue();
        assertThat(command.isCalled("DM")).isFalse();
    }

    @Test
    void itRunsWithTheArgumentsOfALine() throws Exception {
        List<String> sent = new ArrayList<>();
        Command command = Command.of("dm USER TEXT...", "", arguments -> sent.add(arguments.text("USER") + ": " + arguments.text("TEXT")));

        command.run(command.arguments("bob see you").orElseThrow());

        assertThat(sent).containsExactly("bob: see you");
    }

    @Test
    void itsFailureIsTheCallersToShow() {
        Command command = Command.of("list", "", arguments -> {
            throw new IOException("no disk");
        });

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> command.run(command.arguments("").orElseThrow()))
                .withMessage("no disk");
    }

    @Test
    void proposalsBelongToTheirParameter() {
        List<String> users = new ArrayList<>(List.of("bob"));
        Command command = DM.completing("USER", () -> users);

        users.add("eve");

        assertThat(command.candidates("")).containsExactly("bob", "eve");
        assertThat(command.candidates("b")).containsExactly("bob", "eve");
        assertThat(command.candidates("bob ")).isEmpty();
        assertThat(command.candidates("bob see ")).isEmpty();
    }

    @Test
    void aWordInQuotesIsOneArgument() {
        Command command = Command.of("get NAME [AS]", "", arguments -> {}).completing("AS", () -> List.of("here"));

        assertThat(command.candidates("\"two words\" ")).containsExactly("here");
    }

    @Test
    void switchesAreProposedBehindAHyphenOrWhereThereIsNothingElse() {
        Command get = Command.of("get [--force] [--from SERVER] NAME", "", arguments -> {}).completing("NAME", () -> List.of("a.txt"));

        assertThat(get.candidates("")).containsExactly("a.txt");
        assertThat(get.candidates("--f")).containsExactly("a.txt", "--force", "--from");
        assertThat(get.candidates("--force -")).containsExactly("a.txt", "--from");
        assertThat(get.candidates("a.txt ")).containsExactly("--force", "--from");
        assertThat(get.candidates("a.txt b.txt ")).isEmpty();
    }

    @Test
    void behindASwitchStandsItsValue() {
        Command auto = Command.of("auto [--delay SECONDS] [--quiet]", "", arguments -> {}).completing("--delay", () -> List.of("0", "5"));

        assertThat(auto.candidates("--delay ")).containsExactly("0", "5");
        assertThat(auto.candidates("--delay 5")).containsExactly("0", "5");
        assertThat(auto.candidates("--delay 5 ")).containsExactly("--quiet");
    }

    @Test
    void whatStandsInTheRestOfALineIsNoSwitch() {
        Command say = Command.of("say [--loud] TEXT...", "", arguments -> {});

        assertThat(say.candidates("--loud -")).isEmpty();
        assertThat(say.candidates("well -")).isEmpty();
    }

    @Test
    void proposalsForAParameterThatIsNotInTheUsageAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> DM.completing("user", List::of))
                .withMessage("'dm [USER] [TEXT...]' has no parameter user");
        assertThatIllegalArgumentException().isThrownBy(() -> Command.of("auto [--quiet]", "", arguments -> {}).completing("--quiet", List::of))
                .withMessage("'auto [--quiet]' has no parameter --quiet");
    }
}
