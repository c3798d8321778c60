package dev.patchbay.guess;

import dev.patchbay.testkit.StreamProtocolContract;
import dev.patchbay.testkit.TestPeer;
import dev.patchbay.testkit.WireSamples;
import java.util.HexFormat;

class GuessContractTest extends StreamProtocolContract {

    private static final byte[] LESS_THAN_200 = HexFormat.of().parseHex("3c000000" + "c8000000");

    @Override
    protected WireSamples samples() {
        return WireSamples.of(new GuessProtocol())
                .conversation(GuessContractTest::guess)
                .request(LESS_THAN_200)
                .unfinished(HexFormat.of().parseHex("3c000000" + "c8"))
                .largest(GuessContractTest::guess)
                .tooLarge(peer -> {
                    guess(peer);
                    peer.send("<");
                    peer.closeOutput();
                    peer.expectClosed();
                });
    }

    private static void guess(TestPeer peer) {
        peer.sendBytes(LESS_THAN_200).expectHex("49000000 00000000");
    }
}
