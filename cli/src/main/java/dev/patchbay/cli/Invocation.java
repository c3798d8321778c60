package dev.patchbay.cli;

import dev.patchbay.cli.bench.Options;
import dev.patchbay.cli.shell.Format;
import dev.patchbay.cli.shell.JsonFormat;
import dev.patchbay.cli.shell.Paint;
import dev.patchbay.cli.shell.TextFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What the command line asks for.
///
/// @param task     what to do: `repl`, `serve`, `connect`, `status`, `plugins`, `protocols`, `journal`, `bench` or `new-plugin`
/// @param operands what stands behind it, such as an address or a name
/// @param commands the commands given with `-c`, in order
/// @param json     whether results are for programs
/// @param colour   when to colour: `auto`, `always` or `never`
/// @param user     the user name, if given
/// @param resolver the address of a DNS 1.0 server, if given
/// @param timeout  how long a server may be silent, if given; zero for ever
/// @param data     the data folder, if given
/// @param plugins  the plugin folder, if given
/// @param config   the configuration file, if given
/// @param host     the address to listen on, if given
/// @param strict   whether what cannot be opened or loaded is fatal
/// @param check    whether to check the configuration only
/// @param count    how many entries to show
/// @param follow   whether to go on with those to come
/// @param dryRun   whether to say only what would be done
/// @param language the language of a new plugin, if given
/// @param packageName the package of its classes, if given
/// @param folder   where to make it, if given
/// @param bench    how something is to be measured
/// @param version  whether to say the version only
record Invocation(
        String task,
        List<String> operands,
        List<String> commands,
        boolean json,
        String colour,
        Optional<String> user,
        Optional<String> resolver,
        Optional<Duration> timeout,
        Optional<Path> data,
        Optional<Path> plugins,
        Optional<Path> config,
        Optional<String> host,
        boolean strict,
        boolean check,
        int count,
        boolean follow,
        boolean dryRun,
        Optional<String> language,
        Optional<String> packageName,
        Optional<Path> folder,
        Options bench,
        boolean version) {

    /// {@return what a command asks for that stands alone on the line}
    static Invocation of(String task) {
        return new Invocation(
                task,
                List.of(),
                List.of(),
                false,
                "auto",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                10,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Options.NONE,
                false);
    }

    /// {@return the first of the operands, if there is one}
    Optional<String> operand() {
        return operands.stream().findFirst();
    }

    /// How results and problems look where no person types.
    Format scriptFormat(Environment environment) {
        return json ? new JsonFormat() : new TextFormat(paint(environment), "patchbay: ");
    }

    /// How they look at a terminal.
    Format terminalFormat(Environment environment) {
        return json ? new JsonFormat() : new TextFormat(paint(environment), "");
    }

    Paint paint(Environment environment) {
        return switch (colour) {
            case "always" -> Paint.COLOURS;
            case "never" -> Paint.NONE;
            default -> wanted(environment) ? Paint.COLOURS : Paint.NONE;
        };
    }

    private static boolean wanted(Environment environment) {
        boolean dumb = environment.variable("TERM").filter(term -> !term.equals("dumb")).isEmpty();
        return environment.read() && !dumb && environment.variable("NO_COLOR").isEmpty();
    }
}
