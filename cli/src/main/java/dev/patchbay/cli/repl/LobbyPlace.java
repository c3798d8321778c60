package dev.patchbay.cli.repl;

import dev.patchbay.api.client.Command;
import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Style;
import dev.patchbay.cli.shell.Shell;
import java.util.List;
import java.util.Optional;

/// In a lobby: sees what a gateway offers, and opens it by name. No connection is held meanwhile.
final class LobbyPlace implements Place {

    private final Lobby lobby;
    private final Shell shell;
    private final Place behind;
    private final List<Command> commands;
    private volatile List<Lobby.Entry> entries;

    LobbyPlace(Lobby lobby, List<Lobby.Entry> entries, Shell shell, Place behind) {
        this.lobby = lobby;
        this.entries = entries;
        this.shell = shell;
        this.behind = behind;
        commands = List.of(Command.of("protocols", "lists what this lobby leads to", arguments -> {
            this.entries = lobby.entries();
            show();
        }));
    }

    /// Prints what the lobby leads to.
    void show() {
        shell.table(entries.stream().map(Lobby.Entry::row).toList());
    }

    Lobby address() {
        return lobby;
    }

    List<String> ids() {
        return entries.stream().map(Lobby.Entry::id).toList();
    }

    @Override
    public String name() {
        return Lobby.ID;
    }

    @Override
    public Item prompt() {
        return Item.of("prompt").with("place", Lobby.ID, Style.STRONG).with("server", lobby.label());
    }

    @Override
    public List<Command> commands() {
        return commands;
    }

    @Override
    public Optional<Place> behind() {
        return Optional.of(behind);
    }

    @Override
    public Optional<LobbyPlace> lobby() {
        return Optional.of(this);
    }
}
