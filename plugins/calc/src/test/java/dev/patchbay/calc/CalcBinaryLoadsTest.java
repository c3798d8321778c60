package dev.patchbay.calc;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.load.Load;
import dev.patchbay.testkit.LoadContract;
import dev.patchbay.testkit.ServerSetup;

class CalcBinaryLoadsTest extends LoadContract {

    @Override
    protected Protocol protocol() {
        return new CalcBinaryProtocol();
    }

    @Override
    protected ServerSetup setup(Load load) {
        return super.setup(load).option("reply", load.name());
    }
}
