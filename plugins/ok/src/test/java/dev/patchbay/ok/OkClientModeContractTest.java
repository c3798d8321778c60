package dev.patchbay.ok;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.Protocol;
import dev.patchbay.testkit.ClientModeContract;
import java.util.List;

class OkClientModeContractTest extends ClientModeContract {

    @Override
    protected Protocol protocol() {
        return new OkProtocol();
    }

    @Override
    protected List<String> lines() {
        return List.of("hello", "hello");
    }

    @Override
    protected byte[] answers() {
        return "OKOK".getBytes(UTF_8);
    }
}
