package example.poll;

import dev.patchbay.testkit.StreamProtocolContract;
import dev.patchbay.testkit.TestPeer;
import dev.patchbay.testkit.WireSamples;

/// What every protocol owes its peers; all the tests are in the class above.
class PollContractTest extends StreamProtocolContract {

    private static final String NAME = TestPeer.frame("alice");

    @Override
    protected WireSamples samples() {
        return WireSamples.framed(new PollProtocol())
                .conversation(peer -> {
                    peer.expectFrame("Poll Server 1.0");
                    peer.send(NAME);
                    peer.expect("0015Shall we go on?000120003yes0002no");
                    peer.sendFrame("vote no");
                    peer.expectFrame("ok");
                })
                .request(NAME)
                .largest(peer -> {
                    peer.expectFrame("Poll Server 1.0");
                    peer.send(NAME);
                    peer.expect("0015Shall we go on?000120003yes0002no");
                    peer.sendFrame("x".repeat(9999));
                    peer.receiveFrame();
                });
    }
}
