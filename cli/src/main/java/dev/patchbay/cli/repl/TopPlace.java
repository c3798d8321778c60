package dev.patchbay.cli.repl;

import dev.patchbay.api.client.Command;
import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Style;
import java.util.List;
import java.util.Optional;

/// The top: no server, only the commands that work everywhere.
final class TopPlace implements Place {

    @Override
    public String name() {
        return "patchbay";
    }

    @Override
    public Item prompt() {
        return Item.of("prompt").with("place", name(), Style.STRONG);
    }

    @Override
    public List<Command> commands() {
        return List.of();
    }

    @Override
    public Optional<Place> behind() {
        return Optional.empty();
    }
}
