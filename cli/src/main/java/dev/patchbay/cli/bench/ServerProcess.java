package dev.patchbay.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The process of a server on this machine, as far as Linux tells of it in `/proc`.
///
/// @param folder  what is told of it, if it is known
/// @param problem why it is not known; empty if it is
record ServerProcess(Optional<Path> folder, String problem) {

    /// Of the clock in which the kernel counts the time of processors: a hundred a second, on all machines with a Java of today.
    private static final long NANOS_PER_TICK = 10_000_000;

    /// Behind the name of the program, which may hold anything.
    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;

    /// {@return the process that listens at an address}
    static ServerProcess find(InetSocketAddress address) {
        try {
            boolean here = address.getAddress().isLoopbackAddress() || NetworkInterface.getByInetAddress(address.getAddress()) != null;
            return here ? find(Path.of("/proc"), address) : unknown("the server is on another machine");
        } catch (IOException e) {
            return unknown("this system has no /proc to read it from");
        }
    }

    static ServerProcess find(Path proc, InetSocketAddress address) throws IOException {
        Set<String> inodes = ListeningSockets.inodes(proc, address);
        if (inodes.isEmpty()) {
            return unknown("no process of this machine listens there");
        }
        List<Path> processes;
        try (Stream<Path> all = Files.list(proc)) {
            processes = all.filter(each -> each.getFileName().toString().matches("\\d+")).filter(each -> has(inodes, each)).toList();
        }
        if (processes.size() != 1) {
            return unknown(processes.isEmpty() ? "the server's process belongs to somebody else" : processes.size() + " processes listen there");
        }
        ServerProcess process = new ServerProcess(Optional.of(processes.getFirst()), "");
        return process.pid() == ProcessHandle.current().pid() ? unknown("the server runs in this process") : process;
    }

    private static ServerProcess unknown(String problem) {
        return new ServerProcess(Optional.empty(), problem);
    }

    /// {@return its number; 0 if it is not known}
    long pid() {
        return folder.map(path -> Long.parseLong(path.getFileName().toString())).orElse(0L);
    }

    private static boolean has(Set<String> inodes, Path process) {
        try (Stream<Path> open = Files.list(process.resolve("fd"))) {
            return open.anyMatch(each -> inodes.stream().anyMatch(inode -> leadsTo(each, "socket:[" + inode + "]")));
        } catch (IOException | UncheckedIOException e) {
            // Another user's, or one that has ended.
            return false;
        }
    }

    private static boolean leadsTo(Path link, String target) {
        try {
            return Files.readSymbolicLink(link).toString().equals(target);
        } catch (IOException e) {
            return false;
        }
    }

    /// {@return what it has taken so far; nothing if it is not known, or is no more}
    Optional<Usage> usage() {
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        try {
            String stat = Files.readString(folder.get().resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]);
            return Optional.of(new Usage(ticks * NANOS_PER_TICK, memory(Files.readAllLines(folder.get().resolve("status")))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static long memory(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(kilobytes -> Long.parseLong(kilobytes) * 1024)
                .findFirst()
                .orElse(0);
    }
}
