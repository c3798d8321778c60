package dev.patchbay.udpbroadcast;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.client.ClientContext;
import dev.patchbay.api.client.ClientMode;
import dev.patchbay.api.client.ClientSession;
import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Style;
import dev.patchbay.api.wire.Message;

/// Broadcasts what is typed, and shows what others broadcast as it comes.
final class UdpBroadcastClientMode implements ClientMode {

    @Override
    public ClientSession open(ClientContext context) {
        context.background(() -> show(context));
        return new Session(context);
    }

    private static void show(ClientContext context) {
        while (true) {
            context.console().print(item(context.connection().frames().receive()));
        }
    }

    /// A datagram comes as `ADDRESS:PORT TEXT`, so nothing else begins with a word and a colon.
    private static Item item(String message) {
        int space = message.indexOf(' ');
        if (space < 0 || message.startsWith("error: ")) {
            return Item.of("error").with("text", message, Style.BAD);
        }
        return Item.of("datagram").with("from", message.substring(0, space), Style.NAME).with("text", message.substring(space + 1));
    }

    private record Session(ClientContext context) implements ClientSession {

        @Override
        public void typed(String line) {
            int size = line.getBytes(UTF_8).length;
            if (size > UdpBroadcastService.MAX_SIZE) {
                throw new IllegalArgumentException(
                        "a datagram has at most " + UdpBroadcastService.MAX_SIZE + " bytes in UTF-8, this text has " + size + ": shorten it");
            }
            context.publish(Message.frame(line));
        }

        @Override
        public String textHelp() {
            return "is broadcast to everybody in the network";
        }
    }
}
