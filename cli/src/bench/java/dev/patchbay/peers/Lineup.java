package dev.patchbay.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the peers ready to be started: compiles, copies, configures. What this machine has no tool for is left out, with a line.
final class Lineup {

    private static final List<String> NEEDED = List.of("calc", "chat");
    private static final List<String> UNUSED = List.of("lobby", "calc", "chat-history", "chat-posts", "chat-open");

    private final Options options;

    Lineup(Options options) {
        this.options = options;
    }

    List<Peer> peers() throws IOException {
        List<Peer> peers = new ArrayList<>();
        for (String name : options.peers()) {
            peer(name).ifPresentOrElse(peers::add, () -> System.err.println("without " + name + ": this machine has nothing to run it"));
        }
        for (String extra : options.extra()) {
            int equals = extra.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("'" + extra + "' is no server: NAME=COMMAND");
            }
            String name = extra.substring(0, equals);
            String command = extra.substring(equals + 1);
            peers.add(command.endsWith("bin/patchbay") ? gateway(name, name, Path.of(command)) : new Peer(name, name, List.of(command.split(" +"))));
        }
        return peers;
    }

    private Optional<Peer> peer(String name) throws IOException {
        return switch (name) {
            case "c" -> compiled(name);
            case "gateway" -> Optional.of(gateway(name, "Patchbay", options.distribution().resolve("bin/patchbay")));
            case "netty" -> Optional.of(java(name, "Netty, native epoll where there is one", "NettyServer", "--sun-misc-unsafe-memory-access=allow", "-Dio.netty.noUnsafe=false"));
            case "nio" -> Optional.of(java(name, "bare NIO loop", "NioServer"));
            case "virtual" -> Optional.of(java(name, "virtual threads, blocking channels", "VirtualThreadServer"));
            case "python" -> interpreted(name);
            default -> throw new IllegalArgumentException("'" + name + "' is no peer: c, gateway, netty, nio, virtual, python");
        };
    }

    private Peer java(String name, String title, String type, String... jvm) {
        List<String> command = new ArrayList<>(List.of(Tools.ofJdk("java"), "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of(jvm));
        command.addAll(List.of("-cp", options.classes(), "dev.patchbay.peers.server." + type));
        return new Peer(name, title, List.copyOf(command));
    }

    private Optional<Peer> compiled(String name) throws IOException {
        Path program = options.folder().resolve("server");
        boolean made = Tools.succeeds("cc", "-O2", "-o", program.toString(), options.sources().resolve("c/server.c").toString());
        return made ? Optional.of(new Peer(name, "C, epoll", List.of(program.toString()))) : Optional.empty();
    }

    private Optional<Peer> interpreted(String name) throws IOException {
        boolean there = Tools.succeeds("python3", "--version");
        return there ? Optional.of(new Peer(name, "Python, selectors", List.of("python3", options.sources().resolve("python/server.py").toString()))) : Optional.empty();
    }

    /// The packed gateway as it comes, with two of its plugins: every limit, metric and log line is on.
    private Peer gateway(String name, String title, Path launcher) throws IOException {
        Path folder = Files.createDirectories(options.folder().resolve(name)).toAbsolutePath();
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        for (String plugin : NEEDED) {
            Path jar = launcher.resolve("../../plugins").resolve(plugin + ".jar").normalize();
            Files.copy(jar, plugins.resolve(plugin + ".jar"), StandardCopyOption.REPLACE_EXISTING);
        }
        StringBuilder config = new StringBuilder("strict = true\n[listener.calc-binary]\nport = 0\nreply = \"int\"\n[listener.chat]\nport = 0\n");
        UNUSED.forEach(listener -> config.append("[listener.").append(listener).append("]\nenabled = false\n"));
        Path file = Files.writeString(folder.resolve("patchbay.toml"), config);
        return new Peer(name, title, List.of(
                launcher.toString(), "serve", "--config", file.toString(), "--data", Peer.FOLDER,
                "--plugins", plugins.toString()));
    }
}
