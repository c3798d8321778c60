package dev.patchbay.dns;

import dev.patchbay.api.Protocol;
import dev.patchbay.testkit.LoadContract;

class DnsLoadsTest extends LoadContract {

    @Override
    protected Protocol protocol() {
        return new DnsProtocol();
    }
}
