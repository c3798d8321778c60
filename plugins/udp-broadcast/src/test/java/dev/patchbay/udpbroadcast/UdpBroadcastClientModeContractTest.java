package dev.patchbay.udpbroadcast;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.Protocol;
import dev.patchbay.testkit.ClientModeContract;
import java.util.List;

class UdpBroadcastClientModeContractTest extends ClientModeContract {

    @Override
    protected Protocol protocol() {
        return new UdpBroadcastProtocol();
    }

    @Override
    protected List<String> lines() {
        return List.of("hello");
    }

    @Override
    protected byte[] answers() {
        return ("0023192.0.2.7:40000 greeting" + "0012error: a day").getBytes(UTF_8);
    }
}
