package dev.patchbay.testkit;

import dev.patchbay.api.Protocol;

class EchoLoadsTest extends LoadContract {

    @Override
    protected Protocol protocol() {
        return new EchoProtocol();
    }
}
