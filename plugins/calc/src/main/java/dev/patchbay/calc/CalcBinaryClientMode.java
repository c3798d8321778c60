package dev.patchbay.calc;

import dev.patchbay.api.client.ClientContext;
import dev.patchbay.api.client.ClientMode;
import dev.patchbay.api.client.ClientSession;

/// Has calculations of one operator done.
final class CalcBinaryClientMode implements ClientMode {

    @Override
    public ClientSession open(ClientContext context) {
        return new CalcBinarySession(context);
    }
}
