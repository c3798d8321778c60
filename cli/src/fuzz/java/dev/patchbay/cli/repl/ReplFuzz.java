package dev.patchbay.cli.repl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.patchbay.api.client.Command;
import dev.patchbay.cli.shell.CommandLines;
import java.nio.ByteBuffer;
import java.util.List;

/// What servers say first, and what users type.
class ReplFuzz {

    private static final List<Command> COMMANDS = List.of(
            Command.of("open ADDRESS", "", arguments -> {}),
            Command.of("post TEXT...", "", arguments -> {}),
            Command.of("get [--force] REMOTE [LOCAL]", "", arguments -> {}));

    private final Negotiation negotiation = new Negotiation(List.of(EchoProtocol.ANNOUNCED, EchoProtocol.SILENT));

    @FuzzTest
    void anyBytesWillDo(byte[] input) throws Exception {
        firstWordsAreJudged(input);
        entriesOfALobbyAreShown(input);
        anythingMayBeTyped(input);
    }

    private void firstWordsAreJudged(byte[] input) {
        FirstWords words = new FirstWords(ByteBuffer.wrap(input).asReadOnlyBuffer(), true);
        if (negotiation.judge(words.bytes()) instanceof Verdict.Ours ours) {
            assertThat(ours.consumed()).isLessThanOrEqualTo(input.length);
        }
        assertThat(words.excerpt().length()).isLessThan(200);
        assertThat(words.bytes().remaining()).isEqualTo(input.length);
        assertThat(Goodbye.to(words.bytes())).isNotNull();
    }

    private void entriesOfALobbyAreShown(byte[] input) {
        assertThat(Lobby.Entry.parse(new String(input, UTF_8)).row().fields()).hasSize(4);
    }

    private void anythingMayBeTyped(byte[] input) {
        String line = new String(input, UTF_8);
        Dispatch.of(line, COMMANDS, true);
        Dispatch.of(line, COMMANDS, false);
        CommandLines lines = new CommandLines(List.of(line));
        while (lines.line().isPresent()) {}
        try {
            Address.parse(line);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
