package dev.patchbay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the README promises to whoever writes a plugin, done as it says, with nothing but the distribution.
class ReadmeIT {

    @TempDir
    Path folder;

    @Test
    void thePluginOfTheReadmeIsCompiledAgainstTheApiAloneDroppedInAndSpokenTo() throws Exception {
        Path plugins = Files.createDirectory(folder.resolve("plugins"));
        Path classes = compile(block("java"));
        pack(classes, plugins.resolve("shout.jar"), block("$ printf '"));
        Distribution distribution = new Distribution(folder);

        Process server = distribution.serve(folder.resolve("serve.out"), plugins, "", "lobby", "shout");
        try {
            Distribution.Run run = distribution.run("--plugins", plugins.toString(), "-c", "open shout; hello");

            assertThat(run).isEqualTo(new Distribution.Run(0, "HELLO!\n", ""));
            assertThat(distribution.run("plugins").out()).containsPattern("shout.jar  shout   1.0      1.0  [0-9a-f]{12}  loaded         0  shout");
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    /// The code of a language in the README, or the text between quotes behind a beginning.
    private static String block(String kind) throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        String pattern = kind.startsWith("$") ? Pattern.quote(kind) + "(.*?)'" : "```" + kind + "\n(.*?)```";
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(readme);
        assertThat(matcher.find()).as("the README has a block of " + kind).isTrue();
        return matcher.group(1);
    }

    private Path compile(String source) throws IOException {
        Path file = Files.writeString(folder.resolve("ShoutProtocol.java"), source);
        Path classes = Files.createDirectory(folder.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8)) {
            List<String> options = List.of("-Xlint:all", "-Werror", "-cp", api().toString(), "-d", classes.toString());
            boolean compiled = compiler.getTask(null, files, null, options, null, files.getJavaFileObjects(file)).call();
            assertThat(compiled).as("the README's plugin compiles without a warning").isTrue();
        }
        return classes;
    }

    private static Path api() throws IOException {
        try (Stream<Path> jars = Files.list(Distribution.plugins().resolveSibling("lib"))) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith("patchbay-api-")).findFirst().orElseThrow();
        }
    }

    private static void pack(Path classes, Path jar, String manifest) throws IOException {
        Manifest attributes = new Manifest();
        attributes.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.replace("\\n", "\n").lines().map(line -> line.split(": ", 2)).forEach(pair -> attributes.getMainAttributes().putValue(pair[0], pair[1]));
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, attributes);
                Stream<Path> files = Files.walk(classes)) {
            for (Path path : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(path).toString()));
                out.write(Files.readAllBytes(path));
            }
            out.putNextEntry(new JarEntry("META-INF/services/dev.patchbay.api.Protocol"));
            out.write("example.ShoutProtocol".getBytes(UTF_8));
        }
    }
}
