package dev.patchbay.filetransfer;

import dev.patchbay.api.client.ClientContext;
import dev.patchbay.api.client.ClientMode;
import dev.patchbay.api.client.ClientSession;

/// Puts and gets files.
final class FileTransferClientMode implements ClientMode {

    @Override
    public ClientSession open(ClientContext context) {
        FileTransferSession session = new FileTransferSession(context);
        if (context.console().interactive()) {
            // So that the first thing typed can be completed.
            session.learnNames();
        }
        return session;
    }
}
