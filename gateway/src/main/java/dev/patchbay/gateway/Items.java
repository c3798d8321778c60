package dev.patchbay.gateway;

import dev.patchbay.api.Option;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.client.Item;
import dev.patchbay.gateway.listen.Slot;
import dev.patchbay.gateway.plugin.Change;
import dev.patchbay.gateway.plugin.Label;
import dev.patchbay.gateway.plugin.Plugin;
import dev.patchbay.gateway.text.Addresses;
import java.time.Duration;
import java.util.Locale;

/// What a gateway tells of itself, as items.
final class Items {

    private Items() {}

    static Item status(Slot slot) {
        return Item.of("listener")
                .with("protocol", slot.endpoint().info().id())
                .with("address", address(slot))
                .with("state", slot.state())
                .with("connections", slot.connections())
                .with("served", slot.served())
                .with("problem", slot.problem().orElse(""));
    }

    static Item protocol(Slot slot) {
        ProtocolInfo info = slot.endpoint().info();
        return Item.of("protocol")
                .with("protocol", info.id())
                .with("version", info.version())
                .with("address", slot.problem().isEmpty() ? address(slot) : "-")
                .with("banner", info.banner())
                .with("summary", info.summary());
    }

    private static String address(Slot slot) {
        return slot.state().equals("lobby") ? "-" : Addresses.text(slot.address());
    }

    static Item details(ProtocolInfo info) {
        return Item.of("protocol")
                .with("protocol", info.id())
                .with("version", info.version())
                .with("banner", info.banner())
                .with("announced", info.announced())
                .with("port", info.defaultPort().orElse(0))
                .with("summary", info.summary());
    }

    static Item option(Option<?> option) {
        return Item.of("option")
                .with("option", option.name())
                .with("default", text(option.defaultValue()))
                .with("takes", option.type())
                .with("help", option.help());
    }

    private static String text(Object value) {
        return value instanceof Duration duration ? duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT) : value.toString();
    }

    static Item change(Change change) {
        return switch (change) {
            case Change.Add(Label jar) -> change("add", jar.id(), "", jar.version(), jar.jar());
            case Change.Upgrade(Plugin before, Label jar) -> change("upgrade", jar.id(), before.label().version(), jar.version(), jar.jar());
            case Change.Remove(Plugin before) -> change("remove", before.id(), before.label().version(), "", before.label().jar());
        };
    }

    private static Item change(String action, String plugin, String from, String to, String jar) {
        return Item.of("change").with("action", action).with("plugin", plugin).with("from", from).with("to", to).with("jar", jar);
    }

    static Item pluginShort(PluginRow row) {
        return Item.of("plugin")
                .with("jar", row.jar())
                .with("plugin", row.id())
                .with("version", row.version())
                .with("api", row.api())
                .with("checksum", row.checksum())
                .with("state", row.state())
                .with("sessions", row.sessions())
                .with("protocols", String.join(" ", row.protocols()))
                .with("reason", row.reason());
    }

    static Item plugin(PluginRow row) {
        return pluginShort(row).with("message", row.message()).with("hint", row.hint());
    }
}
