package dev.patchbay.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.Protocol;
import dev.patchbay.testkit.ClientModeContract;
import java.util.List;

class WebClientModeContractTest extends ClientModeContract {

    @Override
    protected Protocol protocol() {
        return new WebProtocol();
    }

    @Override
    protected List<String> lines() {
        return List.of("notes.txt", "head /notes.txt");
    }

    @Override
    protected byte[] answers() {
        return "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello".getBytes(UTF_8);
    }
}
