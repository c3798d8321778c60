package dev.patchbay.chat;

import dev.patchbay.api.Protocol;
import dev.patchbay.testkit.LoadContract;

class ChatLoadsTest extends LoadContract {

    @Override
    protected Protocol protocol() {
        return new ChatProtocol();
    }
}
