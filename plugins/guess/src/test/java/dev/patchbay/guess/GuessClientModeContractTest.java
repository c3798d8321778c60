package dev.patchbay.guess;

import dev.patchbay.api.Protocol;
import dev.patchbay.testkit.ClientModeContract;
import java.util.HexFormat;
import java.util.List;

class GuessClientModeContractTest extends ClientModeContract {

    @Override
    protected Protocol protocol() {
        return new GuessProtocol();
    }

    @Override
    protected List<String> lines() {
        return List.of("< 50", "> 50", "auto --delay 0");
    }

    @Override
    protected byte[] answers() {
        return HexFormat.of().parseHex("4900000000000000" + "4e00000000000000" + "5900000000000000");
    }
}
