package dev.patchbay.calc;

import dev.patchbay.api.Protocol;
import dev.patchbay.testkit.LoadContract;

class CalcLoadsTest extends LoadContract {

    @Override
    protected Protocol protocol() {
        return new CalcProtocol();
    }
}
