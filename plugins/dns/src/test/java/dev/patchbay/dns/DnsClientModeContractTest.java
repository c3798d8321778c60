package dev.patchbay.dns;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.Protocol;
import dev.patchbay.testkit.ClientModeContract;
import java.util.List;

class DnsClientModeContractTest extends ClientModeContract {

    @Override
    protected Protocol protocol() {
        return new DnsProtocol();
    }

    @Override
    protected List<String> lines() {
        return List.of("bishop.lan", "king.lan");
    }

    @Override
    protected byte[] answers() {
        return ("000810.0.0.7" + "0014unknown domain").getBytes(UTF_8);
    }
}
