package dev.patchbay.cli.bench;

import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.client.Item;
import dev.patchbay.api.wire.Message;
import dev.patchbay.gateway.text.Addresses;
import java.net.InetSocketAddress;
import java.util.Optional;

/// The server to be measured.
///
/// @param address  where it is
/// @param label    how people call that
/// @param protocol what it speaks; nothing is known of it otherwise
public record Target(InetSocketAddress address, String label, Optional<Spoken> protocol) {

    /// What a server speaks.
    ///
    /// @param id        the protocol's id
    /// @param banner    what names it
    /// @param announced whether the banner is sent on the protocol's own port, unless its listener is set otherwise
    public record Spoken(String id, String banner, boolean announced) {

        static Spoken of(ProtocolInfo info) {
            return new Spoken(info.id(), info.banner(), info.announced());
        }
    }

    /// {@return a load with the protocol before it, as it is called on the command line}
    String named(String load) {
        return named(protocol, load);
    }

    static String named(Optional<Spoken> protocol, String load) {
        return protocol.map(spoken -> spoken.id() + " ").orElse("") + load;
    }

    /// {@return what it says first; empty if it waits, or nothing is known of it}
    Message greeting() {
        return protocol.filter(Spoken::announced).map(spoken -> Message.frame(spoken.banner())).orElse(Message.text(""));
    }

    /// {@return what was measured, for programs}
    Item describe(String load) {
        return Item.of("bench").with("protocol", protocol.map(Spoken::id).orElse("")).with("load", load).with("address", Addresses.text(address));
    }
}
