package dev.patchbay.bbs;

import dev.patchbay.api.client.ClientContext;
import dev.patchbay.api.client.ClientMode;
import dev.patchbay.api.client.ClientSession;

/// Begins a session as its version wants it: with the user's name, or without.
final class BbsClientMode implements ClientMode {

    private final BbsVersion version;

    BbsClientMode(BbsVersion version) {
        this.version = version;
    }

    @Override
    public ClientSession open(ClientContext context) {
        RemoteBoard board = new RemoteBoard(context.connection());
        if (!version.hasUsers()) {
            return new BbsSession(version, "", board, context);
        }
        String user = context.user();
        board.introduce(user);
        return new BbsSession(version, user, board, context);
    }
}
