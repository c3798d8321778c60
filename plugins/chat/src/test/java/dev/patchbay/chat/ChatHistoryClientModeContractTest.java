package dev.patchbay.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.Protocol;
import dev.patchbay.testkit.ClientModeContract;
import java.util.List;

class ChatHistoryClientModeContractTest extends ClientModeContract {

    @Override
    protected Protocol protocol() {
        return new ChatHistoryProtocol();
    }

    @Override
    protected List<String> lines() {
        return List.of("hello", "history");
    }

    @Override
    protected byte[] answers() {
        return ("00012" + "0005hello" + "0002hi").getBytes(UTF_8);
    }
}
