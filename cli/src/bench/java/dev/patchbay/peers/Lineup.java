package dev.patchbay.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the peers ready to be started. What this machine has no tool for is left out, with a line.
///
/// @param options names them
record Lineup(Options options, Scratch scratch) {

    // Without these Netty leaves out its faster way to memory on a new JDK.
    private static final String[] UNSAFE = {"--sun-misc-unsafe-memory-access=allow", "-Dio.netty.noUnsafe=false"};
    private static final String SERVED = Distribution.open("calc-binary") + "reply = \"int\"\n" + Distribution.open("chat")
            + Distribution.close("lobby") + Distribution.close("calc")
            + Distribution.close("chat-history") + Distribution.close("chat-posts") + Distribution.close("chat-open");

    List<Peer> peers() throws IOException {
        List<Peer> peers = new ArrayList<>();
        for (String name : options.peers()) {
            peer(name).ifPresentOrElse(peers::add, () -> System.err.println("without " + name + ": this machine has no program for it"));
        }
        for (String extra : options.extra()) {
            int equals = extra.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("'" + extra + "' is no server: NAME=COMMAND");
            }
            String name = extra.substring(0, equals);
            String command = extra.substring(equals + 1);
            boolean packed = command.endsWith("bin/patchbay");
            peers.add(packed ? gateway(name, name, Path.of(command)) : new Peer(name, name, List.of(command.split(" +"))));
        }
        return peers;
    }

    private Optional<Peer> peer(String name) throws IOException {
        return switch (name) {
            case "c" -> compiled(name);
            case "gateway" -> Optional.of(gateway(name, "Patchbay", options.distribution().resolve("bin/patchbay")));
            case "netty" -> Optional.of(java(name, "Netty", "NettyServer", UNSAFE));
            case "nio" -> Optional.of(java(name, "bare NIO loop", "NioServer"));
            case "virtual" -> Optional.of(java(name, "virtual threads", "VirtualThreadServer"));
            case "python" -> interpreted(name);
            default -> throw new IllegalArgumentException("'" + name + "' is no peer: c, gateway, netty, nio, virtual, python");
        };
    }

    private Optional<Peer> compiled(String name) throws IOException {
        Path program = scratch.folder(name).resolve("server");
        boolean made = Tools.succeeds("cc", "-O2", "-o", program.toString(), options.sources().resolve("c/server.c").toString());
        return made ? Optional.of(new Peer(name, "C, epoll", List.of(program.toString()))) : Optional.empty();
    }

    private Optional<Peer> interpreted(String name) throws IOException {
        Peer peer = new Peer(name, "Python", List.of("python3", options.sources().resolve("python/server.py").toString()));
        return Tools.succeeds("python3", "--version") ? Optional.of(peer) : Optional.empty();
    }

    private Peer java(String name, String title, String type, String... jvm) {
        List<String> command = new ArrayList<>(List.of(Tools.ofJdk("java"), "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of(jvm));
        command.addAll(List.of("-cp", options.classes(), "dev.patchbay.peers.server." + type));
        return new Peer(name, title, List.copyOf(command));
    }

    /// The gateway as it comes, with two of its plugins: every limit, metric and log line is on.
    private Peer gateway(String name, String title, Path launcher) throws IOException {
        Distribution distribution = new Distribution(launcher, scratch);
        return distribution.peer(name, title, List.of(distribution.plugin("calc"), distribution.plugin("chat")), SERVED);
    }
}
