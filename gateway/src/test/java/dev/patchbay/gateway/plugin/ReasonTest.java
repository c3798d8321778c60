package dev.patchbay.gateway.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReasonTest {

    @Test
    void theGuideForAuthorsKnowsEachOne() throws IOException {
        String guide = Files.readString(Path.of("../api/README.md"));

        assertThat(Reason.values()).allSatisfy(reason -> assertThat(guide).contains("`" + reason + "`"));
    }
}
