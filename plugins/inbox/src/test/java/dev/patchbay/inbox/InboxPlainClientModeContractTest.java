package dev.patchbay.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.Protocol;
import dev.patchbay.testkit.ClientModeContract;
import java.util.List;

class InboxPlainClientModeContractTest extends ClientModeContract {

    @Override
    protected Protocol protocol() {
        return new InboxPlainProtocol();
    }

    @Override
    protected List<String> lines() {
        return List.of("hello", "hello");
    }

    @Override
    protected byte[] answers() {
        return "hello".getBytes(UTF_8);
    }
}
