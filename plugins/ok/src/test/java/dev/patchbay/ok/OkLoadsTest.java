package dev.patchbay.ok;

import dev.patchbay.api.Protocol;
import dev.patchbay.testkit.LoadContract;

class OkLoadsTest extends LoadContract {

    @Override
    protected Protocol protocol() {
        return new OkProtocol();
    }
}
