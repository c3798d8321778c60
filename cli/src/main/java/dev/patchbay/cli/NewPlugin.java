package dev.patchbay.cli;

import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Style;
import dev.patchbay.cli.shell.ExitCode;
import dev.patchbay.cli.shell.Format;
import dev.patchbay.cli.shell.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.stream.Stream;

/// Makes the files of a new plugin: `new-plugin NAME`. They build, test and serve as they are.
record NewPlugin(Invocation invocation, Environment environment, Folders folders) {

    ExitCode run() {
        PluginDraft draft = PluginDraft.of(invocation.operand().orElseThrow(), invocation.language(), invocation.packageName());
        Path folder = invocation.folder().orElseGet(() -> Path.of(draft.name()));
        try {
            if (isTaken(folder)) {
                return fail("there is something at " + folder + " already", "choose another folder with --folder");
            }
            Map<String, String> files = new PluginTemplate(folders.maven()).files(draft);
            for (Map.Entry<String, String> file : files.entrySet()) {
                write(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            return fail("cannot make the plugin: " + e.getMessage());
        }
        Stream.of("cd " + quoted(folder), "mvn package", "cp -r target/" + draft.name() + " " + quoted(plugins()) + "/", "patchbay -c 'open " + draft.name() + "; hello'")
                .forEach(command -> print(Item.of("next").with("command", command, Style.STRONG).enclosed("next: ", "")));
        return ExitCode.OK;
    }

    private static boolean isTaken(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Files.exists(folder);
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isPresent();
        }
    }

    private void write(Path file, String content) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, content, StandardOpenOption.CREATE_NEW);
        print(Item.of("made").with("file", file.toString()));
    }

    private Path plugins() {
        return invocation.plugins().orElseGet(folders::plugins).toAbsolutePath().normalize();
    }

    /// For a shell.
    private static String quoted(Path path) {
        String text = path.toString();
        return text.matches("[A-Za-z0-9/._][A-Za-z0-9/._-]*") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    private void print(Item item) {
        environment.out().println(format().item(item));
        environment.out().flush();
    }

    private ExitCode fail(String message, String... hints) {
        environment.err().println(format().problem(Problem.of(message, hints)));
        environment.err().flush();
        return ExitCode.FAILED;
    }

    private Format format() {
        return invocation.scriptFormat(environment);
    }
}
