package dev.patchbay.gateway.config;

import dev.patchbay.api.Option;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.gateway.journal.Retention;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

/// Reads `patchbay.toml` and checks all of it against what the protocols declare.
///
/// ```java
/// switch (ConfigReader.read(Optional.of(file), file.getParent(), protocols)) {
///     case ConfigResult.Valid(Config config, List<String> warnings) -> ...
///     case ConfigResult.Invalid(List<String> problems) -> ...
/// }
/// ```
///
/// Every protocol with a default port has a listener of its own name, whether it is configured or not; a listener is switched
/// off with `enabled = false`.
public final class ConfigReader {

    private static final Option<String> HOST = Option.text("host", "127.0.0.1", "the address to listen on, for all listeners");
    private static final Option<Boolean> STRICT =
            Option.flag("strict", false, "whether a listener that cannot open or a plugin that is rejected is fatal");
    private static final Option<Boolean> LIVE =
            Option.flag("live", true, "whether changes of the plugin folder take effect by themselves");
    private static final Option<Integer> KEEP =
            Option.integer("keep", 100_000, 1, Integer.MAX_VALUE, "how many entries each journal keeps");
    private static final Option<Duration> KEEP_TIME =
            Option.duration("keep-time", Duration.ZERO, "how long each entry is kept; 0 s: for ever");
    private static final Option<Long> MAX_SIZE =
            Option.size("max-size", 10_000_000_000L, "how many bytes all journals may take together");

    private final Path base;
    private final Map<String, ProtocolInfo> protocols = new HashMap<>();
    private final Problems problems;
    private final Problems warnings;

    private ConfigReader(Path file, Path base, List<ProtocolInfo> protocols) {
        this.base = base;
        protocols.forEach(protocol -> this.protocols.put(protocol.id(), protocol));
        problems = new Problems(file);
        warnings = new Problems(file);
    }

    /// Reads a configuration.
    ///
    /// @param file      the file; without one everything has its default
    /// @param folder    where relative paths count from if there is no file; else they count from the folder of the file
    /// @param protocols all protocols there are, the lobby among them
    public static ConfigResult read(Optional<Path> file, Path folder, List<ProtocolInfo> protocols) {
        if (file.isEmpty()) {
            return new ConfigReader(Path.of("patchbay.toml"), folder.toAbsolutePath(), protocols).read(Toml.parse(""));
        }
        Path path = file.get();
        try {
            Path parent = path.toAbsolutePath().getParent();
            return new ConfigReader(path, parent == null ? folder.toAbsolutePath() : parent, protocols).read(Toml.parse(Files.readString(path)));
        } catch (IOException e) {
            Problems problems = new Problems(path);
            problems.add(null, unreadable(path, e));
            return new ConfigResult.Invalid(problems.lines());
        }
    }

    private static String unreadable(Path path, IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such file: give another one with --config, or leave it out to use the defaults";
            case CharacterCodingException _ -> "this is not UTF-8 text: save it as UTF-8";
            default -> Files.isDirectory(path)
                    ? "this is a folder: give the file in it"
                    : "the file cannot be read: " + e.getMessage();
        };
    }

    private ConfigResult read(TomlParseResult toml) {
        if (toml.hasErrors()) {
            toml.errors().forEach(error -> problems.add(error.position(), String.valueOf(error.getMessage())));
            return new ConfigResult.Invalid(problems.lines());
        }
        Section root = new Section("", toml, null, problems);
        String host = root.read(HOST);
        boolean strict = root.read(STRICT);
        boolean live = root.read(LIVE);
        Limits limits = Limits.read(root.section("limits"));
        Retention journals = retention(root.section("journal"));
        List<ListenerConfig> listeners = listeners(root.section("listener"), host, limits);
        root.rejectUnknown();
        List<String> found = problems.lines();
        return found.isEmpty()
                ? new ConfigResult.Valid(new Config(strict, live, limits, journals, listeners), warnings.lines())
                : new ConfigResult.Invalid(found);
    }

    private static Retention retention(Section section) {
        Retention retention = new Retention(section.read(KEEP), section.read(KEEP_TIME), section.read(MAX_SIZE));
        section.rejectUnknown();
        return retention;
    }

    private List<ListenerConfig> listeners(Section tables, String host, Limits limits) {
        TreeSet<String> names = new TreeSet<>(tables.keys());
        names.addAll(protocols.keySet());
        List<ListenerConfig> listeners = new ArrayList<>();
        for (String name : names) {
            Section table = tables.section(name);
            protocol(table).ifPresent(protocol -> listeners.add(ListenerConfig.read(table, protocol, host, limits, base)));
        }
        return listeners;
    }

    private Optional<ProtocolInfo> protocol(Section table) {
        Optional<String> nested = table.nested();
        if (nested.isPresent()) {
            String name = table.name() + "." + nested.get();
            table.problem(nested.get(), "a name with a dot stands in quotes: write [listener.\"" + name + "\"]");
            return Optional.empty();
        }
        String id = table.find(ListenerConfig.PROTOCOL).orElse(table.name());
        ProtocolInfo protocol = protocols.get(id);
        if (protocol == null) {
            warnings.add(table.position(ListenerConfig.PROTOCOL), unknownProtocol(table.name(), id));
        }
        return Optional.ofNullable(protocol);
    }

    private String unknownProtocol(String listener, String id) {
        return "the listener '" + listener + "' is left out, no plugin offers the protocol '" + id + "': "
                + Section.suggestion(id, new TreeSet<>(protocols.keySet()));
    }
}
