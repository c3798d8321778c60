package dev.patchbay.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.ProtocolServer;
import dev.patchbay.testkit.TestPeer;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChatPostsServiceTest {

    private static final Pattern POST = Pattern.compile("\\[(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{6})?) (\\S+)] (.*)");

    private final CountDownLatch hanging = new CountDownLatch(1);
    private volatile Resolver resolver = _ -> "alices-pc.lan";
    private final ProtocolServer server = ProtocolServer.start(new ChatPostsProtocol(address -> resolver.name(address)));

    @AfterEach
    void stop() {
        hanging.countDown();
        server.close();
    }

    @Test
    void aPostSaysWhenItWasMadeAndWhere() {
        LocalDateTime before = LocalDateTime.now(ZoneId.systemDefault()).minusSeconds(1);
        post("hello", "  ]b c[");

        List<String> posts = posts();
        assertThat(posts).hasSize(2);
        Matcher first = matched(posts.getFirst());
        assertThat(LocalDateTime.parse(first.group(1))).isBetween(before, LocalDateTime.now(ZoneId.systemDefault()));
        assertThat(first.group(2)).isEqualTo("alices-pc.lan");
        assertThat(first.group(3)).isEqualTo("hello");
        assertThat(matched(posts.getLast()).group(3)).isEqualTo("  ]b c[");
    }

    @Test
    void anEmptyMessageIsNoPost() {
        post("", "hello", "");

        assertThat(posts()).hasSize(1);
    }

    @Test
    void historyIsAWordLikeAnyOther() {
        post("history");

        assertThat(matched(posts().getFirst()).group(3)).isEqualTo("history");
    }

    @Test
    void aPostThatIsLongerThanAMessageIsCutAtACharacterWhenItIsSent() {
        post("x" + "é".repeat(4999));

        String sent = posts().getFirst();
        assertThat(sent).endsWith("é");
        assertThat(TestPeer.frame(sent)).startsWith("999");
    }

    @Test
    void aLookUpThatHangsHoldsUpNobodyElseAndThePostForTwoSeconds() {
        resolver = _ -> {
            hanging.await();
            return "late.lan";
        };
        try (TestPeer waiting = server.connect()) {
            waiting.expectFrame("0");
            waiting.sendFrame("from a slow network");
            long began = System.nanoTime();
            assertThat(posts()).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));

            waiting.closeOutput();
            waiting.expectClosed();
        }
        assertThat(matched(posts().getFirst()).group(2)).isEqualTo("127.0.0.1");
    }

    @Test
    void throughTheLobbyTheBannerComesBeforeTheCount() {
        try (TestPeer peer = server.connect("lobby")) {
            peer.expectFrame("Patchbay 1.0");
            peer.sendFrame("open chat-posts");
            peer.expect("0014Chat Posts 1.0" + "00010");
        }
    }

    private void post(String... texts) {
        try (TestPeer peer = server.connect()) {
            peer.expectFrame("0");
            for (String text : texts) {
                peer.sendFrame(text);
            }
            peer.closeOutput();
            peer.expectClosed();
        }
    }

    private List<String> posts() {
        try (TestPeer peer = server.connect()) {
            int count = Integer.parseInt(peer.receiveFrame());
            List<String> posts = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                posts.add(peer.receiveFrame());
            }
            return posts;
        }
    }

    private static Matcher matched(String post) {
        Matcher matcher = POST.matcher(post);
        assertThat(matcher.matches()).as(post).isTrue();
        return matcher;
    }
}
