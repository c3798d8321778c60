package dev.patchbay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.Protocol;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// A plugin that was compiled against some level of the api, for good.
///
/// @param name of its folder, its jar and its package
record FrozenPlugin(String name) {

    private Path folder() {
        return Path.of("src/test/resources").resolve(name + "-plugin");
    }

    private Path jar() {
        return folder().resolve(name + "-plugin.jar");
    }

    String checksum() throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar())));
    }

    /// {@return a plugin folder that holds it}
    Path drop(Path parent) throws IOException {
        Path plugins = Files.createDirectory(parent.resolve("plugins"));
        Files.copy(jar(), plugins.resolve(jar().getFileName()));
        return plugins;
    }

    /// Makes sure that its source compiles against the api of today.
    void expectToCompile(Path classes) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        String api = Path.of(Protocol.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8);
                Stream<Path> sources = Files.list(folder().resolve(name))) {
            List<String> options = List.of("-proc:none", "-cp", api, "-d", classes.toString());

            boolean compiled = compiler.getTask(messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources.toList())).call();

            assertThat(compiled).as(messages.toString()).isTrue();
        }
    }
}
