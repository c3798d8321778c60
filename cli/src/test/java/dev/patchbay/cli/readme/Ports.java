package dev.patchbay.cli.readme;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/// READMEs name the ports that protocols usually have. Replays use others, because something else may listen there: each port of a README
/// has one that stands for it, in the same order.
///
/// @param real the port that stands for a usual one
record Ports(Map<Integer, Integer> real) {

    /// A number that is no part of a longer one, or of an address.
    private static final Pattern NUMBER = Pattern.compile("(?<![\\d.])\\d{4,5}(?![\\d.]*\\d)");

    /// Below those that systems hand out by themselves, so that none of them is taken meanwhile.
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 30_000;

    static Ports find(Collection<Integer> usual) throws IOException {
        List<Integer> sorted = usual.stream().distinct().sorted().toList();
        for (int tries = 0; tries < 100; tries++) {
            int first = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            Map<Integer, Integer> real = new TreeMap<>();
            sorted.forEach(port -> real.put(port, first + real.size()));
            if (real.values().stream().allMatch(Ports::isFree)) {
                return new Ports(real);
            }
        }
        throw new IOException("no free ports from " + LOWEST + " to " + HIGHEST);
    }

    private static boolean isFree(int port) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try (ServerSocket stream = new ServerSocket();
                DatagramSocket datagrams = new DatagramSocket(null)) {
            stream.bind(address);
            datagrams.bind(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// {@return a text of a README with the ports of the replay}
    String inward(String text) {
        return replaced(text, port -> Optional.ofNullable(real.get(port)));
    }

    /// {@return a text of the replay with the ports of READMEs}
    String outward(String text) {
        return replaced(text, port -> real.entrySet().stream().filter(pair -> pair.getValue() == port).findFirst().map(Map.Entry::getKey));
    }

    private static String replaced(String text, IntFunction<Optional<Integer>> other) {
        return NUMBER.matcher(text)
                .replaceAll(match -> other.apply(Integer.parseInt(match.group())).map(String::valueOf).orElse(match.group()));
    }
}
