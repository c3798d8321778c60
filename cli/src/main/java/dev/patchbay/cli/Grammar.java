package dev.patchbay.cli;

import dev.patchbay.cli.bench.Options;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/// The grammar of the command line. Built by hand, not from annotations, whose reading would cost a tenth of a second at each start.
final class Grammar {

    private final CommandLine commandLine;

    Grammar() {
        CommandSpec root = CommandSpec.create()
                .name("patchbay")
                .addOption(everywhere(
                        value("--data", "DIR", Path.class, "the data folder; default: $PATCHBAY_DATA or ~/.local/share/patchbay")))
                .addOption(everywhere(value("--plugins", "DIR", Path.class, "the plugin folder; default: plugins/ of the distribution")))
                .addOption(everywhere(flag("results as JSON, an object a line", "--json")))
                .addOption(everywhere(value("--color", "WHEN", String.class, "auto, always or never")))
                .addOption(everywhere(flag("say this", "-h", "--help").usageHelp(true)))
                .addOption(flag("say the version", "--version").versionHelp(true).build());
        talking().forEach(root::addOption);
        root.usageMessage()
                .description("A gateway for small network protocols, and a REPL that speaks them.", "Without a command: the REPL.", "")
                .optionListHeading("%nOptions:%n")
                .commandListHeading("%nCommands:%n")
                .footer(
                        "",
                        "Examples:",
                        "  patchbay                                     the REPL, with a gateway of its own if none runs",
                        "  patchbay serve                               the gateway alone, on the ports of every plugin",
                        "  patchbay connect bbs://alice@localhost       talk to a server",
                        "  patchbay -c 'open bbs; post hello; list'     from a script",
                        "",
                        "Exit codes: 0 ok, 1 a command failed, 2 usage, 3 cannot connect, 4 wrong protocol");
        root.addSubcommand("serve", serve());
        PositionalParamSpec address = operand("ADDRESS", 0, true, "HOST:PORT, HOST, :PORT or ID://[USER@]HOST[:PORT]");
        CommandSpec connect = command("talks to a server", address);
        talking().forEach(connect::addOption);
        root.addSubcommand("connect", connect);
        root.addSubcommand("status", command("shows the listeners of the gateway that runs"));
        root.addSubcommand("plugins", plugins());
        PositionalParamSpec name = operand("NAME", 0, false, "all about one of them");
        root.addSubcommand("protocols", command("lists the protocols of the gateway that runs", name));
        root.addSubcommand("journal", journal());
        root.addSubcommand("bench", bench());
        root.addSubcommand("new-plugin", newPlugin());
        root.usageMessage().width(110).abbreviateSynopsis(true);
        // What stands behind -c is a line for the REPL, and many of those are called as commands here are.
        commandLine = new CommandLine(root).setAllowSubcommandsAsOptionParameters(true).setAllowOptionsAsOptionParameters(true);
    }

    /// The options of those that talk to servers.
    private static List<OptionSpec> talking() {
        return Stream.of(
                        value("-c", "COMMANDS", List.class, "run these commands, separated by ; or line feeds, and leave")
                                .auxiliaryTypes(String.class),
                        value("--user", "NAME", String.class, "the name under which you speak to servers"),
                        value("--resolver", "HOST:PORT", String.class, "a DNS 1.0 server to ask for names"),
                        value("--timeout", "SECONDS", String.class, "how long a server may be silent; default: 30 in scripts, else 0, for ever"))
                .map(OptionSpec.Builder::build)
                .toList();
    }

    private static OptionSpec.Builder value(String name, String label, Class<?> type, String help) {
        return OptionSpec.builder(name).paramLabel(label).type(type).description(help);
    }

    private static OptionSpec.Builder flag(String help, String... names) {
        return OptionSpec.builder(names).type(boolean.class).description(help);
    }

    /// The option, before and behind every command.
    private static OptionSpec everywhere(OptionSpec.Builder option) {
        return option.scopeType(ScopeType.INHERIT).build();
    }

    private static CommandSpec serve() {
        return command("serves every protocol of the plugins on its port")
                .addOption(value("--config", "FILE", Path.class, "default: conf/patchbay.toml of the distribution").build())
                .addOption(value("--host", "ADDRESS", String.class, "the address to listen on; default: 127.0.0.1").build())
                .addOption(flag("do not start if a port is in use or a plugin is rejected", "--strict").build())
                .addOption(flag("check the configuration and leave", "--check").build());
    }

    private static CommandSpec plugins() {
        PositionalParamSpec action = operand("ACTION", 0, false, "reload: bring what is served in step with the plugin folder now");
        return command("lists the plugins of the gateway that runs", action)
                .addOption(flag("reload: say what would be done, and do nothing", "--dry-run").build());
    }

    private static CommandSpec journal() {
        PositionalParamSpec action = operand("ACTION", 0, false, "list, tail JOURNAL, export [JOURNAL] or check; default: list");
        PositionalParamSpec journal = operand("JOURNAL", 1, false, "one of them, such as bbs/board");
        return command("shows what the journals of the data folder hold", action, journal)
                .addOption(OptionSpec.builder("-n", "--count").paramLabel("NUMBER").type(int.class).description("tail: how many entries; default: 10").build())
                .addOption(flag("tail: go on with what is appended", "-f", "--follow").build());
    }

    private static CommandSpec bench() {
        PositionalParamSpec protocol = operand("PROTOCOL", 0, false, "what the server speaks; without it, lists what can be measured");
        PositionalParamSpec load = operand("LOAD", 1, false, "what of it; default: the first of its loads");
        CommandSpec command = command("measures a server: throughput, latency, and what it takes of this machine", protocol, load)
                .addOption(value("--connections", "N", Integer.class, "how many; default: 64, for idle 1000").build())
                .addOption(value("--depth", "N", Integer.class, "how many requests are under way on each; default: 1").build())
                .addOption(value("--size", "BYTES", String.class, "the size of a request or a file, such as 100 or '1 MB'").build())
                .addOption(value("--seconds", "S", Double.class, "how long it is measured; default: 5").build())
                .addOption(value("--warmup", "S", Double.class, "how long it runs before that; default: 2").build())
                .addOption(value("--to", "HOST:PORT", String.class, "the server; default: the gateway that runs on the data folder").build());
        command.usageMessage().footer(
                "",
                "Each connection sends its next request when a reply has come; every reply is checked.",
                "",
                "Examples:",
                "  patchbay bench                                  what can be measured",
                "  patchbay bench calc --connections 64 --depth 16",
                "  patchbay bench bbs post --to 192.0.2.7:10333",
                "  patchbay bench idle --connections 10000         the memory of a silent connection");
        return command;
    }

    private static CommandSpec newPlugin() {
        PositionalParamSpec name = operand("NAME", 0, true, "what it is called: lower-case letters, digits and hyphens");
        CommandSpec command = command("makes a plugin of your own to begin with: a Maven project that builds, tests and serves", name)
                .addOption(value("--language", "LANGUAGE", String.class, "java or kotlin; default: java").build())
                .addOption(value("--package", "PACKAGE", String.class, "the package of its classes; default: example.NAME").build())
                .addOption(value("--folder", "DIR", Path.class, "where to make it; default: NAME in the current folder").build());
        command.usageMessage().footer("", "Example:", "  patchbay new-plugin shout --language kotlin --package com.example.shout");
        return command;
    }

    private static CommandSpec command(String description, PositionalParamSpec... operands) {
        CommandSpec command = CommandSpec.create();
        command.usageMessage().description(description).width(110);
        for (PositionalParamSpec operand : operands) {
            command.addPositional(operand);
        }
        return command;
    }

    private static PositionalParamSpec operand(String label, int index, boolean required, String description) {
        return PositionalParamSpec.builder()
                .paramLabel(label)
                .arity(required ? "1" : "0..1")
                .required(required)
                .index(Integer.toString(index))
                .type(String.class)
                .description(description)
                .build();
    }

    /// {@return what the arguments ask for}
    ///
    /// @throws CommandLine.ParameterException if they are not of this grammar
    Invocation parse(String[] arguments) {
        ParseResult root = commandLine.parseArgs(arguments);
        ParseResult last = root.hasSubcommand() ? root.subcommand() : root;
        Values values = new Values(root, last);
        String when = values.<String>find("--color").orElse("auto");
        if (!List.of("auto", "always", "never").contains(when)) {
            throw new CommandLine.ParameterException(commandLine, "--color takes auto, always or never, not '" + when + "'");
        }
        if (root.hasSubcommand() && !last.commandSpec().name().equals("connect")) {
            talking().stream().map(OptionSpec::longestName).filter(root::hasMatchedOption).findFirst().ifPresent(option -> {
                throw new CommandLine.ParameterException(commandLine, option + " means nothing to " + last.commandSpec().name());
            });
        }
        List<String> commands = values.<List<String>>find("-c").orElse(List.of());
        return new Invocation(
                root.hasSubcommand() ? last.commandSpec().name() : "repl",
                last.matchedPositionals().stream().map(operand -> operand.<String>getValue()).toList(),
                commands,
                values.has("--json"),
                when,
                values.find("--user"),
                values.find("--resolver"),
                values.<String>find("--timeout").map(this::seconds),
                values.find("--data"),
                values.find("--plugins"),
                values.find("--config"),
                values.find("--host"),
                values.has("--strict"),
                values.has("--check"),
                values.<Integer>find("--count").orElse(10),
                values.has("--follow"),
                values.has("--dry-run"),
                values.find("--language"),
                values.find("--package"),
                values.find("--folder"),
                bench(values),
                values.has("--version"));
    }

    private static Options bench(Values values) {
        return new Options(
                values.find("--connections"),
                values.find("--depth"),
                values.find("--size"),
                values.find("--seconds"),
                values.find("--warmup"),
                values.find("--to"));
    }

    private Duration seconds(String text) {
        if (!text.matches("\\d{1,6}")) {
            throw new CommandLine.ParameterException(commandLine, "--timeout takes a number of seconds, 0 for no limit, not '" + text + "'");
        }
        return Duration.ofSeconds(Long.parseLong(text));
    }

    /// The values of options, wherever on the line they stand.
    private record Values(ParseResult root, ParseResult last) {

        <T> Optional<T> find(String option) {
            ParseResult where = has(last, option) ? last : root;
            return Optional.ofNullable(where.matchedOptionValue(option, null));
        }

        boolean has(String option) {
            return has(last, option) || has(root, option);
        }

        private static boolean has(ParseResult result, String option) {
            return result.hasMatchedOption(option);
        }
    }

    /// {@return whether the arguments ask for help, before anything else is looked at}
    boolean wantsHelp(String[] arguments) {
        return List.of(arguments).contains("--help") || List.of(arguments).contains("-h");
    }

    /// {@return help on the command that the arguments name, or on all}
    String usage(String[] arguments) {
        CommandLine wanted = Stream.of(arguments)
                .filter(commandLine.getSubcommands()::containsKey)
                .findFirst()
                .map(commandLine.getSubcommands()::get)
                .orElse(commandLine);
        return wanted.getUsageMessage(Ansi.OFF).stripTrailing();
    }

    /// {@return all commands and options that can stand where a word was not understood}
    static List<String> words(CommandLine here) {
        List<String> words = new ArrayList<>(here.getSubcommands().keySet());
        here.getCommandSpec().options().forEach(option -> words.addAll(List.of(option.names())));
        return words;
    }
}
