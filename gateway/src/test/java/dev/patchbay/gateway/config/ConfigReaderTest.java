package dev.patchbay.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.Option;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.gateway.journal.Retention;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {

    private static final ProtocolInfo LOBBY = ProtocolInfo.of("lobby", "1.0").port(10330);
    private static final ProtocolInfo DNS = ProtocolInfo.of("dns", "1.0")
            .port(10334)
            .options(Option.path("hosts", Path.of("hosts"), "the names"), Option.integer("rounds", 3, 1, 9, "how often"));
    private static final ProtocolInfo GUESS = ProtocolInfo.of("guess-1.0", "1.0").port(10336).silent();
    private static final ProtocolInfo HIDDEN = ProtocolInfo.of("hidden", "1.0");

    @TempDir
    Path folder;

    @Test
    void withoutFileEveryProtocolHasItsListenerOnItsDefaultPortIfAny() {
        Config config = valid(ConfigReader.read(Optional.empty(), folder, List.of(LOBBY, DNS, GUESS, HIDDEN))).config();

        assertThat(config.listeners()).extracting(ListenerConfig::name).containsExactly("dns", "guess-1.0", "hidden", "lobby");
        assertThat(config.listeners()).extracting(ListenerConfig::port).containsExactly(10334, 10336, -1, 10330);
        assertThat(config.listeners()).extracting(ListenerConfig::announce).containsExactly(true, false, true, true);
        assertThat(config.listeners()).allSatisfy(listener -> assertThat(listener.host()).isEqualTo("127.0.0.1"));
        assertThat(config.strict()).isFalse();
        assertThat(config.live()).isTrue();
        assertThat(config.journals()).isEqualTo(new Retention(100_000, Duration.ZERO, 10_000_000_000L));
        assertThat(config.limits())
                .isEqualTo(new Limits(
                        20_000, 15_000, PeerLimit.others(1000), PeerLimit.others(100), 0, PeerLimit.others(1000), PeerLimit.others(1000),
                        Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ZERO, 1 << 20, 1 << 26, Duration.ofSeconds(30), Duration.ofHours(1)));
        assertThat(config.listeners()).allSatisfy(listener -> assertThat(listener.connections()).isEqualTo(15_000));
    }

    @Test
    void emptyFileMeansTheSameAsNone() {
        Config config = valid(read("")).config();

        assertThat(config.listeners()).hasSize(4);
    }

    @Test
    void everyKeyOfTheGatewayIsRead() {
        Config config = valid(read("""
                host = "0.0.0.0"
                strict = true
                live = false
                [limits]
                connections = 1
                connections-per-listener = 10
                connections-per-address = 2
                accepts-per-second = 11
                bytes-per-second = 12
                messages-per-second = 13
                datagrams-per-second = 14
                message-time = "3 s"
                lobby-time = "4 m"
                idle-time = "5 h"
                backlog = 65536
                backlog-total = 65537
                drain-time = "7ms"
                upgrade-time = "8 h"
                [journal]
                keep = 8
                keep-time = "30 d"
                max-size = "1 MB"
                """)).config();

        assertThat(config.strict()).isTrue();
        assertThat(config.live()).isFalse();
        assertThat(config.journals()).isEqualTo(new Retention(8, Duration.ofDays(30), 1_000_000));
        assertThat(config.limits())
                .isEqualTo(new Limits(
                        1, 10, PeerLimit.everybody(2), PeerLimit.everybody(11), 12, PeerLimit.everybody(13), PeerLimit.everybody(14),
                        Duration.ofSeconds(3), Duration.ofMinutes(4), Duration.ofHours(5), 65_536, 65_537, Duration.ofMillis(7), Duration.ofHours(8)));
        assertThat(config.listeners()).allSatisfy(listener -> {
            assertThat(listener.host()).isEqualTo("0.0.0.0");
            assertThat(listener.idleTime()).isEqualTo(Duration.ofHours(5));
            assertThat(listener.connections()).isEqualTo(10);
        });
    }

    @Test
    void listenerOverridesWhatItSetsAndKeepsTheRest() {
        ListenerConfig listener = listener("dns", """
                [listener.dns]
                port = 0
                host = "::1"
                announce = false
                idle-time = "1 h"
                connections = 5
                ephemeral = true
                rounds = 9
                """);

        assertThat(listener)
                .isEqualTo(new ListenerConfig(
                        "dns", "dns", "::1", 0, false, true, Duration.ofHours(1), 5, true,
                        Map.of("hosts", folder.resolve("hosts"), "rounds", 9)));
    }

    @Test
    void protocolMayHaveSeveralListenersUnderOtherNames() {
        Config config = valid(read("""
                [listener.second]
                protocol = "dns"
                port = 10444
                """)).config();

        assertThat(config.listeners()).extracting(ListenerConfig::name).containsExactly("dns", "guess-1.0", "hidden", "lobby", "second");
        assertThat(config.listeners()).extracting(ListenerConfig::protocol).containsExactly("dns", "guess-1.0", "hidden", "lobby", "dns");
    }

    @Test
    void listenerCanBeSwitchedOff() {
        assertThat(listener("lobby", "[listener.lobby]\nenabled = false").enabled()).isFalse();
    }

    @Test
    void protocolWithoutDefaultPortListensWhereItIsTold() {
        assertThat(listener("hidden", "[listener.hidden]\nport = 7").port()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"names/hosts", "./names/hosts", "names/../names/hosts"})
    void relativePathsCountFromTheFolderOfTheFile(String path) {
        assertThat(listener("dns", "[listener.dns]\nhosts = \"" + path + "\"").options()).containsEntry("hosts", folder.resolve("names/hosts"));
    }

    @Test
    void anEmptyPathStaysEmpty() {
        assertThat(listener("dns", "[listener.dns]\nhosts = \"\"").options()).containsEntry("hosts", Path.of(""));
    }

    @Test
    void absolutePathsStay() {
        assertThat(listener("dns", "[listener.dns]\nhosts = \"/etc/hosts\"").options()).containsEntry("hosts", Path.of("/etc/hosts"));
    }

    @Test
    void otherHostReplacesEveryListeners() {
        Config config = valid(read("[listener.dns]\nhost = \"::1\"")).config().withHost("0.0.0.0");

        assertThat(config.listeners()).allSatisfy(listener -> assertThat(listener.host()).isEqualTo("0.0.0.0"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hots = "::1"                        | 1:1: unknown key 'hots': did you mean 'host'?
            quite-another = 1                   | 1:1: unknown key 'quite-another': known are host, journal, limits, listener, live, strict
            host = 3                            | 1:1: 'host' takes text, not 3
            strict = "yes"                      | 1:1: 'strict' takes true or false, not "yes"
            host = ["a"]                        | 1:1: 'host' takes text, not an array
            limits = 3                          | 1:1: 'limits' is a table, written [limits], not 3
            [listener]; dns = 3                 | 2:1: 'dns' is a table, written [listener.dns], not 3
            [[listener]]                        | 1:1: 'listener' is a table, written [listener], not an array
            [limits]; conections = 3            | 2:1: unknown key 'conections': did you mean 'connections'?
            [limits]; connections = 0           | 2:1: 'connections' takes a whole number from 1 to 1000000, not 0
            [limits]; idle-time = 30            | 2:1: 'idle-time' takes a time such as "90 s", not 30
            [journal]; keep = 1.5               | 2:1: 'keep' takes a whole number from 1 to 2147483647, not 1.5
            [listener.dns]; port = 70000        | 2:1: 'port' takes a whole number from 0 to 65535, not 70000
            [listener.dns]; port = -1           | 2:1: 'port' takes a whole number from 0 to 65535, not -1
            [listener.dns]; rounds = 10         | 2:1: 'rounds' takes a whole number from 1 to 9, not 10
            [listener.dns]; round = 1           | 2:1: unknown key 'round': did you mean 'rounds'?
            [listener.dns]; idle_time = "1 s"   | 2:1: unknown key 'idle_time': did you mean 'idle-time'?
            [listener.dns]; port = "\\u001b[2J" | 2:1: 'port' takes a whole number from 0 to 65535, not "\\x1b[2J"
            [listener.second]; protocol = "dns" | 1:1: the listener 'second' has no port: add port = NUMBER (0 for any that is free)
            [listener.guess-1.0]                | 1:1: a name with a dot stands in quotes: write [listener."guess-1.0"]
            """)
    void mistakeIsReportedWithItsPlaceAndWhatToDo(String toml, String problem) {
        assertThat(problems(toml.replace("; ", "\n"))).containsExactly(folder.resolve("patchbay.toml") + ":" + problem);
    }

    @Test
    void allMistakesAreReportedAtOnceInOrderOfTheFile() {
        assertThat(problems("""
                [listener.dns]
                port = "x"
                rounds = 0
                [limits]
                backlog = 1
                [other]
                """))
                .satisfiesExactly(
                        first -> assertThat(first).contains(":2:1: 'port'"),
                        second -> assertThat(second).contains(":3:1: 'rounds'"),
                        third -> assertThat(third).contains(":5:1: 'backlog'"),
                        fourth -> assertThat(fourth).contains(":6:1: unknown key 'other'"));
    }

    @Test
    void textThatIsNotTomlIsReportedWithItsPlace() {
        assertThat(problems("host = \nstrict = = true")).hasSize(2).first().asString().contains("patchbay.toml:1:8: Unexpected end of line");
    }

    @Test
    void listenerOfAnUnknownProtocolIsLeftOutWithAWarning() {
        ConfigResult.Valid result = valid(read("[listener.board]\nport = 1\nprotocol = \"dsn\"\n[listener.chat]\nsize = 1"));

        assertThat(result.config().listeners()).extracting(ListenerConfig::name).containsExactly("dns", "guess-1.0", "hidden", "lobby");
        assertThat(result.warnings())
                .containsExactly(
                        folder.resolve("patchbay.toml")
                                + ":3:1: the listener 'board' is left out, no plugin offers the protocol 'dsn': did you mean 'dns'?",
                        folder.resolve("patchbay.toml")
                                + ":4:1: the listener 'chat' is left out, no plugin offers the protocol 'chat':"
                                + " known are dns, guess-1.0, hidden, lobby");
    }

    @Test
    void fileThatDoesNotExistIsAProblem() {
        assertThat(problems(folder.resolve("absent.toml"))).singleElement().asString().contains("absent.toml: there is no such file: give another");
    }

    @Test
    void folderInPlaceOfTheFileIsAProblem() {
        assertThat(problems(folder)).singleElement().asString().endsWith(": this is a folder: give the file in it");
    }

    @Test
    void fileThatIsNotUtf8IsAProblem() throws IOException {
        Path file = Files.write(folder.resolve("latin.toml"), new byte[] {'#', (byte) 0xe4});

        assertThat(problems(file)).singleElement().asString().endsWith("latin.toml: this is not UTF-8 text: save it as UTF-8");
    }

    @Test
    void keysOfTheGatewayAreReserved() {
        assertThat(ListenerConfig.RESERVED_KEYS)
                .containsExactlyInAnyOrder("protocol", "host", "port", "announce", "enabled", "ephemeral", "idle-time", "connections");
    }

    private ConfigResult read(String toml) {
        try {
            Path file = Files.writeString(folder.resolve("patchbay.toml"), toml);
            return ConfigReader.read(Optional.of(file), Path.of("/elsewhere"), List.of(LOBBY, DNS, GUESS, HIDDEN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ListenerConfig listener(String name, String toml) {
        return valid(read(toml)).config().listeners().stream().filter(listener -> listener.name().equals(name)).findFirst().orElseThrow();
    }

    private List<String> problems(String toml) {
        return invalid(read(toml)).problems();
    }

    private static List<String> problems(Path file) {
        return invalid(ConfigReader.read(Optional.of(file), Path.of("/elsewhere"), List.of())).problems();
    }

    private static ConfigResult.Valid valid(ConfigResult result) {
        assertThat(result).isInstanceOf(ConfigResult.Valid.class);
        return (ConfigResult.Valid) result;
    }

    private static ConfigResult.Invalid invalid(ConfigResult result) {
        assertThat(result).isInstanceOf(ConfigResult.Invalid.class);
        return (ConfigResult.Invalid) result;
    }
}
