package dev.patchbay.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.Protocol;
import dev.patchbay.testkit.ClientModeContract;
import java.util.List;

class ChatClientModeContractTest extends ClientModeContract {

    @Override
    protected Protocol protocol() {
        return new ChatProtocol();
    }

    @Override
    protected List<String> lines() {
        return List.of("hello");
    }

    @Override
    protected byte[] answers() {
        return "[bob] hi\n* carol joined\nplain\n".getBytes(UTF_8);
    }
}
