package dev.patchbay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.cli.shell.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `new-plugin` with a template of a few words. That what it makes of the real one is a plugin is tested with the distribution.
class NewPluginTest {

    private static final Map<String, String> TEMPLATE = Map.of(
            "archetype-resources/pom.xml", "${groupId} ${artifactId} ${version} ${repository} ${unknown} $x",
            "archetype-resources/src/main/java/__className__Protocol.java", "package ${package}; ${className}",
            "archetype-resources/src/main/kotlin/__className__Protocol.kt", "package ${package} ${className}",
            "META-INF/MANIFEST.MF", "of the jar");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path home;

    @BeforeEach
    void makeDistribution() throws Exception {
        home = folder.resolve("salt & pepper");
        Path jar = home.resolve("maven/dev/patchbay/patchbay-plugin-archetype/1/patchbay-plugin-archetype-1.jar");
        Files.createDirectories(jar.getParent());
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, String> entry : TEMPLATE.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(UTF_8));
            }
        }
    }

    @Test
    void theTemplateIsFilledInForOneLanguage() {
        Path plugin = folder.resolve("x");

        assertThat(run("shout-box", "--language", "kotlin", "--package", "com.example", "--folder", plugin.toString())).isEqualTo(ExitCode.OK);

        assertThat(plugin.resolve("pom.xml")).hasContent("com.example shout-box 1.0 file://" + folder + "/salt%20&amp;%20pepper/maven/ ${unknown} $x");
        assertThat(plugin.resolve("src/main/kotlin/com/example/ShoutBoxProtocol.kt")).hasContent("package com.example ShoutBox");
        assertThat(plugin.resolve("src/main/java")).doesNotExist();
        assertThat(plugin.resolve("META-INF")).doesNotExist();
    }

    @Test
    void itSaysWhatItMadeAndWhatToDoNext() {
        Path plugin = folder.resolve("shout's");

        run("shout", "--folder", plugin.toString());

        assertThat(out.toString(UTF_8)).isEqualTo("""
                %1$s/shout's/pom.xml
                %1$s/shout's/src/main/java/example/shout/ShoutProtocol.java
                next: cd '%1$s/shout'\\''s'
                next: mvn package
                next: cp -r target/shout '%1$s/salt & pepper/plugins'/
                next: patchbay -c 'open shout; hello'
                """.formatted(folder));
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void nothingIsOverwritten() throws Exception {
        Path plugin = Files.createDirectory(folder.resolve("shout"));
        Path mine = Files.writeString(plugin.resolve("mine"), "all my work");

        assertThat(run("shout", "--folder", plugin.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(run("shout", "--folder", mine.toString())).isEqualTo(ExitCode.FAILED);

        assertThat(err.toString(UTF_8)).startsWith("patchbay: there is something at " + plugin + " already\npatchbay: choose another folder with --folder\n");
        assertThat(plugin).isDirectoryContaining(mine::equals).isDirectoryNotContaining(file -> !file.equals(mine));
    }

    @Test
    void aDistributionWithoutTemplateIsToldSo() {
        home = folder.resolve("empty");

        assertThat(run("shout", "--folder", folder.resolve("shout").toString())).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString(UTF_8)).contains("there is no template in " + home).contains("unpack the distribution anew");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "Shout                              | a plugin's name has lower-case letters",
        "../shout                           | a plugin's name has lower-case letters",
        "shout-                             | a plugin's name has lower-case letters",
        "1shout                             | a plugin's name has lower-case letters",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | has at most 40",
        "shout --language java-script       | --language takes java or kotlin, not 'java-script'",
        "switch                             | 'example.switch' is no name for a package: say one with --package",
        "shout --package com.example.object | 'com.example.object' is no name for a package",
        "shout --package a/../b             | 'a/../b' is no name for a package",
        "shout --package żółw               | 'żółw' is no name for a package",
        "\"\"                                 | missing required parameter: 'NAME'",
    })
    void whatCannotBeCalledSoIsToldInALine(String line, String told) {
        assertThat(run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(UTF_8)).startsWith("patchbay: ").containsIgnoringCase(told);
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    private ExitCode run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "new-plugin";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        Environment environment = new Environment(
                Map.of("HOME", folder.toString()), Optional.of(home.toString()), InputStream.nullInputStream(), new Output(out), new PrintStream(err, true, UTF_8), false, false);
        return Cli.run(all, environment);
    }
}
