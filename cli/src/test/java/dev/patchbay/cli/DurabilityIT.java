package dev.patchbay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.Frames;
import dev.patchbay.gateway.Client;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Whatever any client has seen is still there after a kill, in the same order, and once.
///
/// `-Dpatchbay.kills=200` makes it a long test.
class DurabilityIT {

    private static final int KILLS = Integer.getInteger("patchbay.kills", 5);
    private static final int CLIENTS = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private final Seen board = new Seen("board");
    private final Seen posts = new Seen("posts");
    private final Random random = new Random(KILLS);

    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void aKillLosesNothingThatAnybodyHasSeen() throws Exception {
        Distribution distribution = new Distribution(folder);
        for (int round = 0; round < KILLS; round++) {
            Path output = folder.resolve("serve.out");
            Process gateway = distribution.serve(output, Distribution.plugins(), "[journal]\nkeep = 10000000\n", "lobby", "bbs", "chat-posts");
            try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> work = begin(clients, round, address(output, "bbs"), address(output, "chat-posts"));
                int known = board.size() + posts.size();
                await().until(() -> board.size() + posts.size() > known);
                Thread.sleep(random.nextInt(300)); // when the kill comes is left to chance, and nothing waits for it
                gateway.destroyForcibly().waitFor();
                for (Future<?> each : work) {
                    each.get();
                }
            } finally {
                gateway.destroyForcibly().waitFor();
            }
        }
        assertThat(distribution.run("journal", "check").out()).contains("all of them whole");
        assertThat(board.size()).isPositive();
        assertThat(posts.size()).isPositive();
        System.out.printf("%d kills, %d entries on the board, %d posts%n", KILLS, board.size(), posts.size());
    }

    private List<Future<?>> begin(ExecutorService clients, int round, InetSocketAddress bbs, InetSocketAddress chat) {
        List<Future<?>> work = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            String name = "round " + round + " client " + client + " post ";
            boolean onBoard = client % 2 == 0;
            work.add(clients.submit(() -> untilItIsGone(() -> {
                if (onBoard) {
                    postOnBoard(bbs, name);
                } else {
                    postToChat(chat, name);
                }
            })));
        }
        return work;
    }

    private interface Conversation {
        void hold() throws IOException;
    }

    private static void untilItIsGone(Conversation conversation) {
        try {
            conversation.hold();
        } catch (ConnectionException | IOException e) {
            // The gateway was killed.
        }
    }

    /// Posts and lists in turn, on one connection.
    private void postOnBoard(InetSocketAddress bbs, String name) throws IOException {
        Connection connection = Client.connect(bbs, PATIENCE, _ -> {});
        Frames frames = connection.frames();
        frames.receive();
        frames.send("tester");
        for (int number = 0; ; number++) {
            int least = board.size();
            frames.send("list");
            board.check(least, list(frames));
            frames.send(name + number);
        }
    }

    /// Sees what there is, posts, and comes back.
    private void postToChat(InetSocketAddress chat, String name) throws IOException {
        for (int number = 0; ; number++) {
            int least = posts.size();
            Connection connection = Client.connect(chat, PATIENCE, _ -> {});
            posts.check(least, list(connection.frames()));
            connection.frames().send(name + number);
            connection.flush();
            connection.close();
        }
    }

    private static List<String> list(Frames frames) {
        int count = Integer.parseInt(frames.receive());
        List<String> entries = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            entries.add(frames.receive());
        }
        return entries;
    }

    private static InetSocketAddress address(Path output, String protocol) throws IOException {
        String line = Files.readAllLines(output).stream().filter(each -> each.startsWith(protocol + " ")).findFirst().orElseThrow();
        int port = Integer.parseInt(line.replaceFirst("\\S+ +127\\.0\\.0\\.1:(\\d+).*", "$1"));
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    }

    /// The longest list of one journal that anybody has seen. Every other one is its beginning, or goes on from it.
    private static final class Seen {

        private final String what;
        private final Set<String> known = new HashSet<>();
        private final List<String> longest = new ArrayList<>();

        Seen(String what) {
            this.what = what;
        }

        synchronized int size() {
            return longest.size();
        }

        /// @param least how many entries had been seen before this list was asked for
        synchronized void check(int least, List<String> list) {
            assertThat(list).as(what).hasSizeGreaterThanOrEqualTo(least);
            int common = Math.min(list.size(), longest.size());
            assertThat(list.subList(0, common)).as(what).isEqualTo(longest.subList(0, common));
            for (String entry : list.subList(common, list.size())) {
                assertThat(known.add(entry)).as(what + ": " + entry + " is there twice").isTrue();
                longest.add(entry);
            }
        }
    }
}
