package dev.patchbay.bbs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.Protocol;
import dev.patchbay.testkit.ClientModeContract;
import java.util.List;

class BbsClientModeContractTest extends ClientModeContract {

    @Override
    protected Protocol protocol() {
        return new BbsProtocol();
    }

    @Override
    protected List<String> lines() {
        return List.of("list", "listdm");
    }

    @Override
    protected byte[] answers() {
        return ("00012" + "0011127.0.0.1 a" + "0013127.0.0.1 bcd" + "00011" + "0002hi").getBytes(UTF_8);
    }
}
