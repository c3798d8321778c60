package dev.patchbay.cli.repl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.StreamService;
import dev.patchbay.api.client.ClientContext;
import dev.patchbay.api.client.ClientMode;
import dev.patchbay.api.client.ClientSession;
import dev.patchbay.api.client.Match;
import dev.patchbay.api.client.Recognizer;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class NegotiationTest {

    private static final Protocol SHORT = announced("a", "Game");
    private static final Protocol LONG = announced("b", "Game Server");
    private static final Protocol POSTS = new Guessing("posts", received -> beginsWithACount(received));
    private static final Protocol HISTORY = new Guessing("history", received -> beginsWithACount(received));

    private final Negotiation negotiation = new Negotiation(List.of(SHORT, LONG, POSTS, HISTORY));

    @Test
    void aBannerIsRecognisedWhenItIsComplete() {
        assertThat(judge("0004Game")).isEqualTo(new Verdict.Ours(List.of(SHORT), 8));
        assertThat(judge("0011Game Server")).isEqualTo(new Verdict.Ours(List.of(LONG), 15));
    }

    @Test
    void whatFollowsABannerIsNotConsumed() {
        assertThat(judge("0004Game0001x")).isEqualTo(new Verdict.Ours(List.of(SHORT), 8));
    }

    @Test
    void everyBeginningOfABannerNeedsMore() {
        String banner = "0011Game Server";

        for (int size = 0; size < banner.length(); size++) {
            assertThat(judge(banner.substring(0, size))).as("%d bytes", size).isEqualTo(new Verdict.NeedMore());
        }
    }

    @Test
    void theLobbyIsRecognisedByItsBanner() {
        assertThat(judge("0012Patchbay 1.0")).isEqualTo(new Verdict.Lobby(16));
        assertThat(judge("0012Patchb")).isEqualTo(new Verdict.NeedMore());
    }

    @Test
    void anotherBannerIsUnknownAtOnce() {
        assertThat(judge("0004Gxme")).isEqualTo(new Verdict.Unknown());
        assertThat(judge("SSH-2.0-OpenSSH")).isEqualTo(new Verdict.Unknown());
    }

    @Test
    void theFrameOfAStrangerIsHeardToItsEnd() {
        for (String cut : List.of("0004", "0004Gx", "9999")) {
            assertThat(negotiation.isDecided(bytes(cut))).as(cut).isFalse();
        }
        for (String whole : List.of("0004Gxme", "0004Gxme0", "12x4", "SSH", "0000")) {
            assertThat(negotiation.isDecided(bytes(whole))).as(whole).isTrue();
        }
    }

    @Test
    void modesThatRecogniseByThemselvesAreAllNamedAndConsumeNothing() {
        assertThat(judge("000212")).isEqualTo(new Verdict.Ours(List.of(POSTS, HISTORY), 0));
        assertThat(judge("00021")).isEqualTo(new Verdict.NeedMore());
    }

    @Test
    void aModeThatFailsDoesNotKnowTheBytes() {
        Negotiation failing = new Negotiation(List.of(new Guessing("bad", received -> {
            throw new IllegalStateException("a bug");
        })));

        assertThat(failing.judge(bytes("x"))).isEqualTo(new Verdict.Unknown());
    }

    @Test
    void twoProtocolsOfOneBannerAreBothNamed() {
        Protocol twin = announced("twin", "Game");

        assertThat(new Negotiation(List.of(SHORT, twin)).judge(bytes("0004Game"))).isEqualTo(new Verdict.Ours(List.of(SHORT, twin), 8));
    }

    private Verdict judge(String received) {
        return negotiation.judge(bytes(received));
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(UTF_8)).asReadOnlyBuffer();
    }

    private static Match beginsWithACount(ByteBuffer received) {
        String text = UTF_8.decode(received.duplicate()).toString();
        if (text.length() >= 6) {
            return text.matches("0002\\d\\d.*") ? Match.YES : Match.NO;
        }
        return "000299".startsWith(text.replaceAll("(?<=^0002)\\d", "9")) ? Match.NEED_MORE : Match.NO;
    }

    private static Protocol announced(String id, String banner) {
        return new EchoProtocol(ProtocolInfo.of(id, "1.0").banner(banner));
    }

    private record Guessing(ProtocolInfo info, Recognizer recognizer) implements Protocol {

        Guessing(String id, Recognizer recognizer) {
            this(ProtocolInfo.of(id, "1.0").silent(), recognizer);
        }

        @Override
        public Service open(ServiceContext context) {
            return StreamService.of(peer -> {});
        }

        @Override
        public ClientMode clientMode() {
            return new Mode(recognizer);
        }
    }

    private record Mode(Recognizer recognizer) implements ClientMode, Recognizer {

        @Override
        public ClientSession open(ClientContext context) {
            return line -> {};
        }

        @Override
        public Match recognize(ByteBuffer received) {
            return recognizer.recognize(received);
        }
    }
}
