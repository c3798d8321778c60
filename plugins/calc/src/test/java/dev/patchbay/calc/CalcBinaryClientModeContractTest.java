package dev.patchbay.calc;

import dev.patchbay.api.Protocol;
import dev.patchbay.testkit.ClientModeContract;
import java.util.HexFormat;
import java.util.List;

class CalcBinaryClientModeContractTest extends ClientModeContract {

    @Override
    protected Protocol protocol() {
        return new CalcBinaryProtocol();
    }

    @Override
    protected List<String> lines() {
        return List.of("6 * 7", "format iic struct", "6 * 7", "format ici int", "6 * 7");
    }

    @Override
    protected byte[] answers() {
        return HexFormat.of().parseHex("3432" + "2a000000" + "00000000" + "52" + "2a000000");
    }
}
