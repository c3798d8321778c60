package dev.patchbay.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.Protocol;
import dev.patchbay.testkit.ClientModeContract;
import java.util.List;

class InboxClientModeContractTest extends ClientModeContract {

    @Override
    protected Protocol protocol() {
        return new InboxProtocol();
    }

    @Override
    protected List<String> lines() {
        return List.of("hello", "hello");
    }

    @Override
    protected byte[] answers() {
        return "0005hello".getBytes(UTF_8);
    }
}
