package dev.patchbay.cli.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.client.Command;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DispatchTest {

    private static final Command LIST = Command.of("list", "", arguments -> {}).alias("ls");
    private static final Command DM = Command.of("dm USER TEXT...", "", arguments -> {});
    private static final Command HELP = Command.of("help [COMMAND]", "", arguments -> {});
    private static final List<Command> COMMANDS = List.of(LIST, DM, HELP);

    @ParameterizedTest
    @ValueSource(strings = {"list", " list ", "ls", "/list", "/ls"})
    void aNameWhoseArgumentsFitIsACommand(String line) {
        assertThat(inServer(line)).isInstanceOfSatisfying(Dispatch.Run.class, run -> assertThat(run.command()).isSameAs(LIST));
        assertThat(atTop(line)).isInstanceOf(Dispatch.Run.class);
    }

    @Test
    void theRestOfTheLineBecomesTheArguments() {
        Dispatch dispatch = inServer("dm bob see you \"at eight\"");

        assertThat(dispatch).isInstanceOfSatisfying(Dispatch.Run.class, run -> {
            assertThat(run.arguments().text("USER")).isEqualTo("bob");
            assertThat(run.arguments().text("TEXT")).isEqualTo("see you \"at eight\"");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"list of things to buy", "listing", "LIST", "dm", "dm bob", "help me please", "hello", "- list"})
    void inAServerEverythingElseIsTextAsItWasTyped(String line) {
        assertThat(inServer(line)).isEqualTo(new Dispatch.Text(line));
    }

    @Test
    void twoSlashesMakeATextThatBeginsWithOne() {
        assertThat(inServer("//list")).isEqualTo(new Dispatch.Text("/list"));
        assertThat(inServer("/")).isEqualTo(new Dispatch.Text("/"));
    }

    @Test
    void aSlashMakesACommandWhoseArgumentsMustFit() {
        assertThat(inServer("/dm bob")).isEqualTo(new Dispatch.Misfit(DM));
        assertThat(inServer("/etc/hosts")).isEqualTo(new Dispatch.Unknown("etc/hosts"));
    }

    @Test
    void whereNoTextIsTakenAWordThatNamesNoCommandIsUnknown() {
        assertThat(atTop("lits")).isEqualTo(new Dispatch.Unknown("lits"));
        assertThat(atTop("list all")).isEqualTo(new Dispatch.Misfit(LIST));
        assertThat(atTop("//list")).isEqualTo(new Dispatch.Unknown("/list"));
    }

    @Test
    void ofTwoCommandsOfOneNameTheFirstWhoseArgumentsFitCounts() {
        Command other = Command.of("list [WHAT]", "", arguments -> {});

        assertThat(Dispatch.of("list", List.of(LIST, other), true))
                .isInstanceOfSatisfying(Dispatch.Run.class, run -> assertThat(run.command()).isSameAs(LIST));
        assertThat(Dispatch.of("list all", List.of(LIST, other), true))
                .isInstanceOfSatisfying(Dispatch.Run.class, run -> assertThat(run.command()).isSameAs(other));
    }

    private static Dispatch inServer(String line) {
        return Dispatch.of(line, COMMANDS, true);
    }

    private static Dispatch atTop(String line) {
        return Dispatch.of(line, COMMANDS, false);
    }
}
