package dev.patchbay.cli.readme;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.cli.Distribution;
import dev.patchbay.gateway.PluginFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The packed distribution as a person has it: unpacked in a folder, which READMEs call `PATCHBAY`, with `patchbay` on the `PATH`, in a
/// home where nothing has been done before. It has the samples among its plugins, and other ports.
///
/// @param folder holds all of it
/// @param ports  those of READMEs, and those that stand for them
/// @param usual  the port of each protocol, as READMEs know it
record Installation(Path folder, Ports ports, Map<String, Integer> usual) {

    private static final String NAME = "PATCHBAY";

    /// What is opened without a port.
    private static final Pattern PORTLESS = Pattern.compile("\\b([a-z][a-z0-9.-]*)://(?:\\w+@)?localhost(?![\\w:.])");

    /// @param config for each protocol, lines of its table in the configuration
    /// @param others ports of protocols that are not there yet
    static Installation create(Path folder, Map<String, List<String>> config, Map<String, Integer> others) throws IOException {
        Path home = folder.resolve("patchbay");
        Path packed = Distribution.home();
        copy(packed, home);
        copy(Path.of("../plugins/sample-java/target/poll/poll.jar"), home.resolve("plugins/poll.jar"));
        copy(Path.of("../plugins/sample-kotlin/target/weather"), home.resolve("plugins/weather"));
        Files.createDirectory(folder.resolve("home"));
        Path bin = Files.createDirectory(folder.resolve("bin"));
        command(bin.resolve("patchbay"), "exec '" + home.resolve("bin/patchbay") + "' \"$@\"");
        Path jdk = Path.of(System.getProperty("java.home"), "bin");
        command(bin.resolve("jar"), "exec '" + jdk.resolve("jar") + "' \"$@\"");
        // Without the better compiler of machine code, which a run of a second does not repay.
        command(bin.resolve("javac"), "exec '" + jdk.resolve("javac") + "' -J-XX:TieredStopAtLevel=1 \"$@\"");
        command(folder.resolve("java"), "exec '" + jdk.resolve("java") + "' -XX:TieredStopAtLevel=1 \"$@\"");
        Map<String, Integer> usual = usual(folder, others);
        Ports ports = Ports.find(usual.values());
        Files.writeString(home.resolve("conf/patchbay.toml"), config(usual, ports, config));
        return new Installation(folder, ports, usual);
    }

    /// Makes a shell script, in place of one that may be there.
    static void command(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static Map<String, Integer> usual(Path folder, Map<String, Integer> others) {
        Map<String, Integer> usual = new TreeMap<>(others);
        usual.put("lobby", 10330);
        try (PluginFolder plugins = PluginFolder.load(folder.resolve("patchbay/plugins"), folder.resolve("copies"))) {
            for (Protocol protocol : plugins.protocols()) {
                ProtocolInfo info = protocol.info();
                info.defaultPort().ifPresent(port -> usual.put(info.id(), port));
            }
        }
        return usual;
    }

    private static String config(Map<String, Integer> usual, Ports ports, Map<String, List<String>> more) {
        StringBuilder config = new StringBuilder();
        usual.forEach((id, port) -> {
            config.append("[listener.\"").append(id).append("\"]\nport = ").append(ports.inward(port.toString())).append('\n');
            more.getOrDefault(id, List.of()).forEach(line -> config.append(line).append('\n'));
        });
        return config.toString();
    }

    Path patchbay() {
        return folder.resolve("patchbay");
    }

    Path home() {
        return folder.resolve("home");
    }

    /// {@return a shell command in the home, which knows what a person at a shell knows}
    ProcessBuilder process(String command) {
        ProcessBuilder process = new ProcessBuilder("sh", "-c", command).directory(home().toFile()).redirectErrorStream(true);
        Map<String, String> environment = process.environment();
        environment.keySet().removeIf(name -> name.startsWith("PATCHBAY_") || name.startsWith("XDG_"));
        environment.put("PATH", folder.resolve("bin") + ":" + environment.get("PATH"));
        environment.put("PATCHBAY_JAVA", folder.resolve("java").toString());
        environment.put("HOME", home().toString());
        environment.put("USER", "alice");
        environment.put("TERM", "xterm-256color");
        // Nothing is started often enough here for an archive of classes to be worth making.
        environment.put("XDG_CACHE_HOME", "/dev/null");
        return process;
    }

    /// {@return what a README says to type, as it is typed here}
    String inward(String text) {
        String addressed = PORTLESS.matcher(text).replaceAll(match -> match.group() + ":" + usual.getOrDefault(match.group(1), 0));
        return ports.inward(addressed.replaceAll("\\b" + NAME + "\\b", patchbay().toString()));
    }

    /// {@return what is printed here, as a README says it}
    List<String> outward(Collection<String> lines) {
        return lines.stream()
                .map(line -> ports.outward(line.replace(patchbay().toString(), NAME).replace(home().toString(), "~")).stripTrailing())
                .toList();
    }
}
