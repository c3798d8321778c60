package dev.patchbay.cli.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/// The links of READMEs to files of this repository, and to headings. Pictures are left out: they are drawn by measurements that somebody
/// has to make first.
final class Links {

    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]]*]\\((?![a-z]+:)([^)#]*)(?:#([^)]*))?\\)");

    private Links() {}

    static void expectNoneDead(Path document) throws IOException {
        for (var link : LINK.matcher(Files.readString(document)).results().toList()) {
            Path target = link.group(1).isEmpty() ? document : document.resolveSibling(link.group(1));
            assertThat(target).as("the target of " + link.group()).exists();
            String heading = link.group(2);
            if (heading != null) {
                assertThat(Files.readAllLines(target)).as("the heading of " + link.group()).anyMatch(line -> anchor(line).equals(heading));
            }
        }
    }

    /// {@return how a heading is linked to; of any other line, nothing that a link has}
    private static String anchor(String line) {
        String words = line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT).replaceAll("[^\\w -]", "");
        return line.startsWith("#") ? words.replace(' ', '-') : "#";
    }
}
