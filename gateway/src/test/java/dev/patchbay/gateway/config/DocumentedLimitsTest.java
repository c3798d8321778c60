package dev.patchbay.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.ProtocolInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the README and the sample of the configuration say about limits is all there is, and true.
class DocumentedLimitsTest {

    private static final Pattern ROW = Pattern.compile("^\\| `limits\\.([a-z-]+)` \\| `?([^|`*(]+?)`? ?[*(|]", Pattern.MULTILINE);
    private static final Pattern SAMPLE = Pattern.compile("^#([a-z-]+) = (\\S+|\"[^\"]*\") +#", Pattern.MULTILINE);

    @TempDir
    Path folder;

    @Test
    void theTableOfTheReadmeHasEveryKeyWithItsDefault() throws IOException {
        assertDocumented(ROW.matcher(Files.readString(Path.of("../README.md"))).results().toList());
    }

    @Test
    void theSampleHasEveryKeyWithItsDefault() throws IOException {
        String sample = Files.readString(Path.of("../cli/src/main/dist/conf/patchbay.toml"));
        String limits = sample.substring(sample.indexOf("#[limits]"), sample.indexOf("#[journal]"));

        assertDocumented(SAMPLE.matcher(limits).results().toList());
    }

    private void assertDocumented(List<MatchResult> entries) throws IOException {
        StringBuilder toml = new StringBuilder("[limits]\n");
        entries.forEach(entry -> toml.append(entry.group(1)).append(" = ").append(entry.group(2)).append('\n'));

        assertThat(entries.stream().map(entry -> entry.group(1))).containsExactlyInAnyOrderElementsOf(keys());
        assertThat(limits(toml.toString())).isEqualTo(limits(""));
    }

    /// The limits in words; for peers of other machines, since what is set counts for this one as well.
    private String limits(String toml) throws IOException {
        assertThat(read(toml)).isInstanceOf(ConfigResult.Valid.class);
        return ((ConfigResult.Valid) read(toml)).config().limits().toString().replaceAll("loopback=\\d+", "");
    }

    /// All keys, as a mistake that is near to none of them has them listed.
    private List<String> keys() throws IOException {
        String problem = ((ConfigResult.Invalid) read("[limits]\nquite-another-thing = 1")).problems().getFirst();
        return Stream.of(problem.substring(problem.indexOf("known are ") + "known are ".length()).split(", ")).toList();
    }

    private ConfigResult read(String toml) throws IOException {
        Path file = Files.writeString(folder.resolve("patchbay.toml"), toml);
        return ConfigReader.read(Optional.of(file), folder, List.of(ProtocolInfo.of("lobby", "1.0").port(10330)));
    }
}
