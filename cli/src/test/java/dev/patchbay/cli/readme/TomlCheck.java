package dev.patchbay.cli.readme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.cli.Cli;
import dev.patchbay.cli.Environment;
import dev.patchbay.cli.Output;
import dev.patchbay.cli.shell.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What `patchbay serve --check` says of a configuration.
final class TomlCheck {

    private TomlCheck() {}

    static void accept(Block block, Installation installation) throws Exception {
        Path file = Files.writeString(installation.patchbay().resolve("conf/of-a-readme.toml"), block.text());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Environment environment = new Environment(
                Map.of("HOME", installation.home().toString()),
                Optional.of(installation.patchbay().toString()),
                InputStream.nullInputStream(),
                new Output(out),
                new Output(err),
                false,
                false);
        ExitCode code = Cli.run(new String[] {"serve", "--check", "--config", file.toString()}, environment);
        assertThat(err.toString(UTF_8)).isEmpty();
        assertThat(out.toString(UTF_8)).isEqualTo(file + " is well\n");
        assertThat(code).isEqualTo(ExitCode.OK);
    }
}
