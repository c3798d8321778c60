package dev.patchbay.ok;

import dev.patchbay.api.client.ClientContext;
import dev.patchbay.api.client.ClientMode;
import dev.patchbay.api.client.ClientSession;
import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Style;
import dev.patchbay.api.wire.Chunks;

/// Sends what is typed, without a line end, and prints the answer.
final class OkClientMode implements ClientMode {

    @Override
    public ClientSession open(ClientContext context) {
        Chunks chunks = context.connection().chunks();
        return line -> {
            chunks.send(line);
            context.console().print(Item.of("answer").with("text", chunks.receive(), Style.GOOD));
        };
    }
}
