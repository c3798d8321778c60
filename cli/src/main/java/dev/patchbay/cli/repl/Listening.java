package dev.patchbay.cli.repl;

import dev.patchbay.api.client.Console;
import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Style;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.util.List;

/// Says where the REPL listens.
final class Listening {

    private Listening() {}

    /// Prints the addresses that others can name, and, to a person, what else to know.
    static void announce(Console console, InetSocketAddress bound, String more) throws IOException {
        for (InetAddress address : addresses(bound.getAddress())) {
            console.print(Item.of("listening").with("text", "listening on").with("address", address.getHostAddress()).with("port", bound.getPort()));
        }
        if (console.interactive()) {
            console.print(Item.text(more, Style.MUTED));
        }
    }

    private static List<InetAddress> addresses(InetAddress bound) throws IOException {
        return bound.isAnyLocalAddress()
                ? NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses).filter(address -> !address.isLinkLocalAddress()).toList()
                : List.of(bound);
    }
}
