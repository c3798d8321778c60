package ${package};

import dev.patchbay.testkit.StreamProtocolContract;
import dev.patchbay.testkit.WireSamples;

/// What every protocol owes its peers: a dozen tests, from samples of the wire.
class ${className}ContractTest extends StreamProtocolContract {

    @Override
    protected WireSamples samples() {
        return WireSamples.framed(new ${className}Protocol())
                .conversation(peer -> {
                    peer.expectFrame("${className} Server 1.0");
                    peer.sendFrame("hello");
                    peer.expectFrame("HELLO!");
                })
                .request("0005hello")
                .largest(peer -> {
                    peer.expectFrame("${className} Server 1.0");
                    peer.sendFrame("x".repeat(9999));
                    peer.expectFrame("X".repeat(9999));
                });
    }
}
