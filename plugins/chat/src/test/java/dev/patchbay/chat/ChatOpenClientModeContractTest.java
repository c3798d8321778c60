package dev.patchbay.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.Protocol;
import dev.patchbay.testkit.ClientModeContract;
import java.util.List;

class ChatOpenClientModeContractTest extends ClientModeContract {

    @Override
    protected Protocol protocol() {
        return new ChatOpenProtocol();
    }

    @Override
    protected List<String> lines() {
        return List.of("hello");
    }

    @Override
    protected byte[] answers() {
        return "hi\nexit\n".getBytes(UTF_8);
    }
}
