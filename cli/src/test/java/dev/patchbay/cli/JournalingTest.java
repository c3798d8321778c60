package dev.patchbay.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.StreamService;
import dev.patchbay.api.journal.Journal;
import dev.patchbay.cli.shell.ExitCode;
import dev.patchbay.gateway.Embedding;
import dev.patchbay.gateway.Gateway;
import dev.patchbay.gateway.GatewaySettings;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalingTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /// Keeps a few notes as soon as it is opened.
    private static final class NotesProtocol implements Protocol {

        @Override
        public ProtocolInfo info() {
            return ProtocolInfo.of("notes", "1.0");
        }

        @Override
        public Service open(ServiceContext context) {
            Journal notes = context.journal("notes");
            notes.append("a note of alice");
            notes.append("\u001b[2Jcleared");
            notes.append(new byte[] {(byte) 0xff, 0});
            return StreamService.of(peer -> {});
        }
    }

    @Test
    void journalsAreListedWhetherAGatewayRunsOrNot() throws Exception {
        try (Gateway _ = gateway()) {
            assertThat(run("journal")).isEqualTo(ExitCode.OK);
            assertThat(out.toString(UTF_8)).containsPattern("class-path/notes +3 +1 +3 ");
        }
        out.reset();
        assertThat(run("journal", "list", "--json")).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8)).startsWith("{\"type\":\"journal\",\"journal\":\"class-path/notes\",\"entries\":3,\"first\":1,\"last\":3,");
    }

    @Test
    void tailShowsTheNewestAndNothingThatATerminalWouldExecute() throws Exception {
        gateway().close();

        assertThat(run("journal", "tail", "class-path/notes", "-n", "2")).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8).lines()).hasSize(2).first().asString().startsWith("2 20").endsWith("Z \\x1b[2Jcleared");
    }

    @Test
    void exportGivesEveryEntryWithAllItsBytes() throws Exception {
        gateway().close();

        assertThat(run("journal", "export")).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8).lines())
                .hasSize(3)
                .allMatch(line -> line.startsWith("{\"type\":\"entry\",\"journal\":\"class-path/notes\",\"offset\":"))
                .anyMatch(line -> line.endsWith(",\"text\":\"a note of alice\"}"))
                .anyMatch(line -> line.endsWith(",\"text\":\"\\u001b[2Jcleared\"}"))
                .anyMatch(line -> line.endsWith(",\"base64\":\"/wA=\"}"));
    }

    @Test
    void checkFindsNothingInAWholeFileAndTheEntryInADamagedOne() throws Exception {
        gateway().close();
        assertThat(run("journal", "check")).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8)).isEqualTo("3 entries in 1 journal, all of them whole\n");

        Path file = folder.resolve("data/journals.db");
        Files.writeString(file, Files.readString(file, ISO_8859_1).replace("note of alice", "note of alicf"), ISO_8859_1);

        assertThat(run("journal", "check")).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString(UTF_8)).contains("class-path/notes [entry 1: damaged]");
        assertThat(err.toString(UTF_8)).contains("1 of 3 entries are damaged");
    }

    @Test
    void mistakesAreToldWhatToDo() throws Exception {
        assertThat(run("journal")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString(UTF_8)).contains("there are no journals in the data folder", "--data");
        gateway().close();

        assertThat(run("journal", "tail")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(UTF_8)).contains("say which: patchbay journal tail JOURNAL");
        assertThat(run("journal", "tail", "class-path/note")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(UTF_8)).contains("did you mean: class-path/notes");
        assertThat(run("journal", "lst")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(UTF_8)).contains("did you mean: list");
    }

    private Gateway gateway() throws Exception {
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        Path config = Files.writeString(folder.resolve("patchbay.toml"), "listener.lobby.port = 0\n");
        GatewaySettings settings = new GatewaySettings(folder.resolve("data"), plugins, Optional.of(config), Optional.empty(), false);
        return Gateway.start(settings, Embedding.NONE.withProtocols(List.of(new NotesProtocol())));
    }

    private ExitCode run(String... arguments) {
        String[] all = Stream.concat(Arrays.stream(arguments), Stream.of("--data", folder.resolve("data").toString()))
                .toArray(String[]::new);
        return Cli.run(all, new Environment(
                Map.of(),
                Optional.empty(),
                InputStream.nullInputStream(),
                new Output(out),
                new Output(err),
                false,
                false));
    }
}
