package dev.patchbay.gateway;

import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.client.Item;
import dev.patchbay.gateway.journal.sqlite.SqliteStore;
import dev.patchbay.gateway.listen.Listeners;
import dev.patchbay.gateway.listen.Lobby;
import dev.patchbay.gateway.listen.Sessions;
import dev.patchbay.gateway.listen.Slot;
import dev.patchbay.gateway.plugin.Change;
import dev.patchbay.gateway.plugin.Problem;
import dev.patchbay.gateway.text.Addresses;
import dev.patchbay.gateway.text.JsonText;
import dev.patchbay.gateway.text.SafeText;
import dev.patchbay.gateway.text.TableText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Answers what a running gateway is asked through its control socket: as tables for people, or as a JSON object a line.
final class Answers {

    private static final String JSON = "--json";

    private final Listeners listeners;
    private final PluginTable table;
    private final Sessions sessions;
    private final SqliteStore store;
    private final Path data;
    private final long began = System.nanoTime();

    Answers(Listeners listeners, PluginTable table, Sessions sessions, SqliteStore store, Path data) {
        this.listeners = listeners;
        this.table = table;
        this.sessions = sessions;
        this.store = store;
        this.data = data;
    }

    /// {@return the answer to a request such as `plugins --json`, without a line feed at its end}
    ///
    /// @throws IllegalArgumentException if there is no such request; its message says which there are
    String answer(String request) {
        List<String> words = List.of(request.strip().split("\\s+"));
        boolean json = words.contains(JSON);
        List<String> plain = words.stream().filter(word -> !word.equals(JSON)).toList();
        return switch (plain.isEmpty() ? "" : plain.getFirst()) {
            case "lobby" -> lobby();
            case "address" -> address(plain);
            case "status" -> render(json, List.of(List.of(status()), listeners.slots().stream().map(Items::status).toList()));
            case "plugins" -> plain.size() > 1 ? reload(plain, json) : json ? lines(rows().map(Items::plugin)) : plugins();
            case "protocols" -> plain.size() > 1 ? protocol(plain.get(1), json) : render(json, List.of(protocols()));
            default -> throw new IllegalArgumentException("the gateway answers status, plugins [reload [--dry-run]] and protocols [NAME], not '" + request + "'");
        };
    }

    private static String render(boolean json, List<List<Item>> tables) {
        return tables.stream()
                .filter(table -> !table.isEmpty())
                .map(table -> json ? lines(table.stream()) : TableText.of(table))
                .collect(Collectors.joining(json ? "\n" : "\n\n"));
    }

    private static String lines(Stream<Item> items) {
        return items.map(JsonText::of).collect(Collectors.joining("\n"));
    }

    private String lobby() {
        return listeners.slots().stream()
                .filter(slot -> slot.endpoint().service() instanceof Lobby && slot.problem().isEmpty())
                .map(slot -> Addresses.text(slot.address()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("this gateway has no open lobby: `patchbay status` says why"));
    }

    private String address(List<String> words) {
        String id = words.size() == 2 ? words.getLast() : "";
        List<Slot> slots = listeners.slots().stream().filter(slot -> slot.endpoint().info().id().equals(id)).toList();
        if (slots.isEmpty()) {
            throw unknown(id);
        }
        return slots.stream()
                .filter(slot -> slot.state().equals("open"))
                .map(slot -> Addresses.text(slot.address()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing listens for " + id + " on a port of its own: `patchbay status` says why"));
    }

    private static IllegalArgumentException unknown(String id) {
        return new IllegalArgumentException("unknown protocol '" + id + "': `patchbay protocols` lists them");
    }

    private Item status() {
        Duration up = Duration.ofSeconds((System.nanoTime() - began) / 1_000_000_000L);
        return Item.of("gateway")
                .with("gateway", "pid " + ProcessHandle.current().pid())
                .with("up", up.toString().substring("PT".length()).toLowerCase(Locale.ROOT))
                .with("connections", sessions.count())
                .with("transport", sessions.transport())
                .with("data", data.toString())
                .with("journals", store.problem().orElse("ok"));
    }

    private String reload(List<String> words, boolean json) {
        boolean dry = words.equals(List.of("plugins", "reload", "--dry-run"));
        if (!dry && !words.equals(List.of("plugins", "reload"))) {
            throw new IllegalArgumentException("plugins takes reload, and reload --dry-run, not '" + String.join(" ", words.subList(1, words.size())) + "'");
        }
        List<Change> changes = dry ? table.deployment().plan() : table.deployment().reload();
        List<Item> items = changes.stream().map(Items::change).toList();
        String none = json ? "" : "nothing to do";
        String notes = json ? "" : notes();
        return Stream.of(items.isEmpty() ? none : render(json, List.of(items)), notes).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n\n"));
    }

    /// Without those that are gone, but for the garbage collector.
    private Stream<PluginRow> rows() {
        return table.rows().stream().filter(row -> !row.state().equals("closed"));
    }

    /// The table, and below it what is wrong with whom: messages and hints are too long for columns.
    private String plugins() {
        String rows = TableText.of(rows().map(Items::pluginShort).toList());
        String none = SafeText.of(table.plugins().problem().map(Problem::toString).orElse("no plugins"));
        return rows.isEmpty() ? none : Stream.of(rows, notes()).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n\n"));
    }

    private String notes() {
        return Stream.concat(
                        table.plugins().problem().map(Problem::toString).stream(),
                        rows().filter(row -> !row.reason().isEmpty()).map(row -> named(row) + "; " + row.hint()))
                .map(SafeText::of)
                .collect(Collectors.joining("\n"));
    }

    private static String named(PluginRow row) {
        return row.message().startsWith(row.jar()) ? row.message() : row.jar() + ": " + row.message();
    }

    private List<Item> protocols() {
        return listeners.slots().stream().map(Items::protocol).toList();
    }

    private String protocol(String id, boolean json) {
        ProtocolInfo info = listeners.slots().stream()
                .map(slot -> slot.endpoint().info())
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(id));
        return render(json, List.of(List.of(Items.details(info)), info.options().stream().map(Items::option).toList()));
    }
}
