package dev.patchbay.ok;

import dev.patchbay.testkit.StreamProtocolContract;
import dev.patchbay.testkit.WireSamples;

class OkContractTest extends StreamProtocolContract {

    @Override
    protected WireSamples samples() {
        return WireSamples.of(new OkProtocol())
                .withoutBorders()
                .conversation(peer -> {
                    peer.send("hello");
                    peer.expect("OK");
                })
                .request("hello")
                .largest(peer -> {
                    peer.send("x".repeat(8192));
                    peer.expect("OK");
                })
                .tooLarge(peer -> {
                    peer.send("x".repeat(8193));
                    peer.expect("OKOK");
                });
    }
}
