package dev.patchbay.calc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.StreamProtocolContract;
import dev.patchbay.testkit.WireSamples;

class CalcContractTest extends StreamProtocolContract {

    @Override
    protected WireSamples samples() {
        return WireSamples.framed(new CalcProtocol())
                .conversation(peer -> {
                    peer.expectFrame("Calc Server 1.0");
                    peer.sendFrame("6*7");
                    peer.expectFrame("42");
                })
                .request("00062^3000")
                .largest(peer -> {
                    peer.expectFrame("Calc Server 1.0");
                    peer.sendFrame("(".repeat(9999));
                    assertThat(peer.receiveFrame()).startsWith("error: ");
                });
    }
}
