package dev.patchbay.guess;

import dev.patchbay.api.client.ClientContext;
import dev.patchbay.api.client.ClientMode;
import dev.patchbay.api.client.ClientSession;

/// Plays the game, by hand or by itself.
final class GuessClientMode implements ClientMode {

    @Override
    public ClientSession open(ClientContext context) {
        return new GuessSession(context);
    }
}
