package dev.patchbay.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.wire.Frames;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/// What a protocol is. Immutable: each method that sets something returns a new value.
///
/// ```java
/// ProtocolInfo.of("bbs", "1.2")
///         .banner("BBS Server 1.2")
///         .port(10333)
///         .summary("a bulletin board with direct messages")
///         .options(SIZE, GREETING);
/// ```
@Stable(since = "1.0")
public final class ProtocolInfo {

    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9.-]{0,63}");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+-]{0,31}");

    private enum Trait {
        SILENT,
        BROADCAST,
        UNLISTED
    }

    private final String id;
    private final String version;
    private final String banner;
    private final Set<Trait> traits;
    private final int port;
    private final String summary;
    private final List<Option<?>> options;

    private ProtocolInfo(String id, String version, String banner, Set<Trait> traits, int port, String summary, List<Option<?>> options) {
        this.id = id;
        this.version = version;
        this.banner = banner;
        this.traits = traits;
        this.port = port;
        this.summary = summary;
        this.options = options;
    }

    /// {@return a protocol that is announced, with its id and version as banner, without default port or options}
    ///
    /// @param id      letters, digits, `.` and `-`, beginning with a letter, at most 64, so that `id://host:port` is a URI
    /// @param version letters, digits, `.`, `+` and `-`, beginning with a letter or digit, at most 32
    public static ProtocolInfo of(String id, String version) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "a protocol's id has letters, digits, '.' and '-', and begins with a letter; '" + id + "' does not");
        }
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("a protocol's version has letters, digits, '.', '+' and '-'; '" + version + "' does not");
        }
        return new ProtocolInfo(id, version, id + " " + version, Set.of(), -1, "", List.of());
    }

    /// {@return the same with this banner: the text that names the protocol to a client, 1 to 9999 bytes of UTF-8}
    ///
    /// The host sends it, never the plugin: as the first message on the protocol's own port if the protocol is announced,
    /// and always when it is reached through the lobby.
    public ProtocolInfo banner(String banner) {
        int size = banner.getBytes(UTF_8).length;
        if (size < 1 || size > Frames.MAX_SIZE) {
            throw new IllegalArgumentException("a banner has 1 to " + Frames.MAX_SIZE + " bytes in UTF-8, not " + size);
        }
        return new ProtocolInfo(id, version, banner, traits, port, summary, options);
    }

    /// {@return the same without a banner on its own port, for protocols whose historical wire has none}
    public ProtocolInfo silent() {
        return with(Trait.SILENT);
    }

    /// {@return the same for datagrams that are broadcast}
    ///
    /// Its listener shares the port with other programs of the machine that do the same, and on a loopback address it listens on
    /// 127.255.255.255, because a socket bound to 127.0.0.1 gets no broadcast. What it sends leaves from a port of its own, so that it can tell its own
    /// datagrams when they come back. Its streams are reached through the lobby only.
    public ProtocolInfo broadcast() {
        return with(Trait.BROADCAST);
    }

    /// {@return the same, but not in the lobby: for protocols that only their own programs speak, on their own port}
    public ProtocolInfo unlisted() {
        return with(Trait.UNLISTED);
    }

    private ProtocolInfo with(Trait trait) {
        Set<Trait> more = new HashSet<>(traits);
        more.add(trait);
        return new ProtocolInfo(id, version, banner, Set.copyOf(more), port, summary, options);
    }

    /// {@return the same with this port, on which it listens when nothing is configured}
    ///
    /// @param port 1 to 65535
    public ProtocolInfo port(int port) {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("a default port is a number from 1 to 65535, not " + port);
        }
        return new ProtocolInfo(id, version, banner, traits, port, summary, options);
    }

    /// {@return the same with this description, of one line, for tables and help}
    public ProtocolInfo summary(String summary) {
        return new ProtocolInfo(id, version, banner, traits, port, summary, options);
    }

    /// {@return the same with these options in place of any}
    ///
    /// @param options each with a name of its own
    public ProtocolInfo options(Option<?>... options) {
        Set<String> names = new HashSet<>();
        for (Option<?> option : options) {
            if (!names.add(option.name())) {
                throw new IllegalArgumentException("two options have the name '" + option.name() + "'");
            }
        }
        return new ProtocolInfo(id, version, banner, traits, port, summary, List.of(options));
    }

    /// {@return the name of the protocol, unique in a gateway}
    public String id() {
        return id;
    }

    /// {@return the version of the protocol, which is not the version of the plugin}
    public String version() {
        return version;
    }

    /// {@return the text that names the protocol to a client}
    public String banner() {
        return banner;
    }

    /// {@return whether the banner is sent on the protocol's own port}
    public boolean announced() {
        return !traits.contains(Trait.SILENT);
    }

    /// {@return whether its datagrams are broadcast}
    public boolean broadcasts() {
        return traits.contains(Trait.BROADCAST);
    }

    /// {@return whether the lobby lists and opens it}
    public boolean listed() {
        return !traits.contains(Trait.UNLISTED);
    }

    /// {@return the port it listens on when nothing is configured; none: only through the lobby}
    public OptionalInt defaultPort() {
        return port < 0 ? OptionalInt.empty() : OptionalInt.of(port);
    }

    /// {@return what it is for, in one line; may be empty}
    public String summary() {
        return summary;
    }

    /// {@return the options of its listeners, in the order of declaration}
    public List<Option<?>> options() {
        return options;
    }

    @Override
    public String toString() {
        return id + " " + version;
    }
}
