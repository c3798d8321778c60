package dev.patchbay.calc;

import dev.patchbay.testkit.StreamProtocolContract;
import dev.patchbay.testkit.WireSamples;
import java.util.HexFormat;

class CalcBinaryContractTest extends StreamProtocolContract {

    private static final byte[] SEVEN_PLUS_TWO = HexFormat.of().parseHex("07000000" + "02000000" + "2b");
    private static final byte[] LARGE_POWER = HexFormat.of().parseHex("02000000" + "b80b0000" + "5e");

    @Override
    protected WireSamples samples() {
        return WireSamples.of(new CalcBinaryProtocol())
                .conversation(peer -> {
                    peer.sendBytes(SEVEN_PLUS_TWO);
                    peer.expect("9");
                })
                .request(LARGE_POWER)
                .unfinished(HexFormat.of().parseHex("07000000" + "02"))
                .largest(peer -> {
                    peer.sendBytes(SEVEN_PLUS_TWO);
                    peer.expect("9");
                })
                .tooLarge(peer -> {
                    peer.sendBytes(SEVEN_PLUS_TWO);
                    peer.send("\0");
                    peer.closeOutput();
                    peer.expect("9");
                    peer.expectClosed();
                });
    }
}
