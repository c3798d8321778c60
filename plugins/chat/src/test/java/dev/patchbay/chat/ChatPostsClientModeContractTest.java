package dev.patchbay.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.Protocol;
import dev.patchbay.testkit.ClientModeContract;
import java.util.List;

class ChatPostsClientModeContractTest extends ClientModeContract {

    @Override
    protected Protocol protocol() {
        return new ChatPostsProtocol(_ -> "pc.lan");
    }

    @Override
    protected List<String> lines() {
        return List.of("hello", "history");
    }

    @Override
    protected byte[] answers() {
        return ("00011" + "0034[2026-01-02T03:04:05 pc.lan] hello").getBytes(UTF_8);
    }
}
