package dev.patchbay.api.client;

import dev.patchbay.api.wire.Message;

/// Sends what is typed as lines and shows what arrives as text.
final class RawLines implements ClientSession {

    private final ClientContext context;

    RawLines(ClientContext context) {
        this.context = context;
        context.background(this::show);
    }

    private void show() {
        while (true) {
            String text = context.connection().chunks().receive();
            text.lines().forEach(context.console()::print);
        }
    }

    /// Leaves at once and past the reading thread, which is what publishing is for.
    @Override
    public void typed(String line) {
        context.connection().publish(Message.text(line + "\n"));
    }
}
