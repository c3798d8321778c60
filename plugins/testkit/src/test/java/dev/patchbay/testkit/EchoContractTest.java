package dev.patchbay.testkit;

class EchoContractTest extends StreamProtocolContract {

    @Override
    protected WireSamples samples() {
        return WireSamples.framed(new EchoProtocol())
                .conversation(peer -> echo("hello", peer))
                .request("0005hello")
                .largest(peer -> echo("x".repeat(9999), peer))
                // Here once, to see that it is possible; all others have what keeps the tests fast.
                .crowd(2500);
    }

    private static void echo(String text, TestPeer peer) {
        peer.expectFrame("Echo Server 1.0");
        peer.sendFrame(text);
        peer.expectFrame(text);
    }
}
