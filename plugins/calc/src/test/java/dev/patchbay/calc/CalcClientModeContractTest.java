package dev.patchbay.calc;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.Protocol;
import dev.patchbay.testkit.ClientModeContract;
import java.util.List;

class CalcClientModeContractTest extends ClientModeContract {

    @Override
    protected Protocol protocol() {
        return new CalcProtocol();
    }

    @Override
    protected List<String> lines() {
        return List.of("6*7", "1/0");
    }

    @Override
    protected byte[] answers() {
        return ("000242" + "0037error: division by zero at position 2").getBytes(UTF_8);
    }
}
