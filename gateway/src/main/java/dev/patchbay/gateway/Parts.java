package dev.patchbay.gateway;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.gateway.config.Config;
import dev.patchbay.gateway.config.ConfigReader;
import dev.patchbay.gateway.config.ConfigResult;
import dev.patchbay.gateway.config.ListenerConfig;
import dev.patchbay.gateway.control.ControlSocket;
import dev.patchbay.gateway.control.DataFolder;
import dev.patchbay.gateway.journal.Journals;
import dev.patchbay.gateway.journal.MemoryStore;
import dev.patchbay.gateway.journal.sqlite.SqliteStore;
import dev.patchbay.gateway.listen.Endpoint;
import dev.patchbay.gateway.listen.Listeners;
import dev.patchbay.gateway.listen.Lobby;
import dev.patchbay.gateway.listen.Sessions;
import dev.patchbay.gateway.listen.Slot;
import dev.patchbay.gateway.live.Deployment;
import dev.patchbay.gateway.live.Watch;
import dev.patchbay.gateway.plugin.Plugin;
import dev.patchbay.gateway.plugin.PluginProtocol;
import dev.patchbay.gateway.plugin.Plugins;
import dev.patchbay.gateway.plugin.Problem;
import dev.patchbay.gateway.service.Contexts;
import dev.patchbay.gateway.service.Surroundings;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The parts of a running gateway: put together in the order in which they need each other, and taken apart in the reverse
/// order, also after a start that stopped half-way.
final class Parts implements AutoCloseable {

    /// Where the journals are in the data folder.
    static final String JOURNALS = "journals.db";

    /// Where native libraries are in the data folder.
    static final Path LIBRARIES = Path.of("run", "native");

    private static final Logger LOG = System.getLogger("patchbay.gateway");

    private final Closing closing = new Closing();
    private final PluginTable table;
    private final Deployment deployment;
    private final Listeners listeners;
    private final List<String> warnings;

    /// @throws GatewayException if the gateway cannot start; nothing is left over then
    Parts(GatewaySettings settings, Embedding embedding) throws GatewayException {
        try {
            DataFolder data = closing.add(holdData(settings.data()));
            Path copies = data.path().resolve("run").resolve("plugins");
            Plugins plugins = closing.add(new Plugins(settings.plugins(), copies, ListenerConfig.RESERVED_KEYS, embedding.protocols()));
            plugins.look(true);
            List<ProtocolInfo> infos = infos(Stream.concat(plugins.classPath().stream(), plugins.linkAll().stream()));
            ConfigResult.Valid read = valid(readConfig(settings, infos));
            Config config = read.config();
            warnings = Stream.concat(plugins.problem().map(Problem::toString).stream(), read.warnings().stream()).toList();

            SqliteStore store = closing.add(openStore(data, config, embedding.clock()));
            MemoryStore memory = closing.add(new MemoryStore(config.journals().keep(), embedding.clock()));
            Sessions sessions = new Sessions(config.limits());
            listeners = new Listeners(config.limits(), sessions);
            Path pluginData = data.path().resolve("plugins");
            Surroundings surroundings = new Surroundings(listeners::infos, embedding.reports(), embedding.clock(), embedding.random());
            Contexts contexts = closing.add(new Contexts(pluginData, new Journals(store), new Journals(memory), surroundings));
            deployment = new Deployment(
                    plugins, listeners, sessions, contexts, config.limits(), protocols -> readConfig(settings, protocols), embedding.clock());
            table = new PluginTable(plugins, deployment);
            closing.add(sessions);
            closing.then(deployment::end);
            closing.then(() -> sessions.drain(config.limits().drainTime()));
            closing.add(listeners);

            openLobby(config);
            deployment.begin(config);
            checkIf(settings.strict() || config.strict());
            if (config.live()) {
                closing.then(Watch.start(deployment)::stop);
            }
            openControl(data, new Answers(listeners, table, sessions, store, data.path()));
        } catch (GatewayException | RuntimeException | Error e) {
            closing.close();
            throw e;
        }
    }

    /// Does the part of a start that touches nothing a running gateway uses.
    static List<String> check(GatewaySettings settings) throws GatewayException {
        try {
            Path copies = Files.createTempDirectory("patchbay-check");
            try (PluginFolder plugins = PluginFolder.load(settings.plugins(), copies)) {
                List<ProtocolInfo> infos = plugins.protocols().stream().map(Protocol::info).toList();
                return Stream.concat(plugins.problem().stream(), valid(readConfig(settings, infos)).warnings().stream()).toList();
            } finally {
                Files.deleteIfExists(copies);
            }
        } catch (IOException e) {
            throw new GatewayException(List.of("no folder for copies of plugins can be made: " + e.getMessage()));
        }
    }

    /// It opens while the rest of the gateway starts. If it cannot, because the disk is full for one, whatever needs no journal is
    /// served all the same.
    private static SqliteStore openStore(DataFolder data, Config config, Clock clock) {
        Path file = data.path().resolve(JOURNALS);
        try {
            data.file(JOURNALS);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, file + " cannot be made: " + e.getMessage());
        }
        return SqliteStore.open(file, data.path().resolve(LIBRARIES), config.journals(), clock);
    }

    private static DataFolder holdData(Path path) throws GatewayException {
        try {
            return DataFolder.open(path);
        } catch (IOException e) {
            throw new GatewayException(List.of(String.valueOf(e.getMessage())));
        }
    }

    private void openControl(DataFolder data, Answers answers) throws GatewayException {
        try {
            closing.add(ControlSocket.open(data, answers::answer));
        } catch (IOException e) {
            throw new GatewayException(List.of(String.valueOf(e.getMessage())));
        }
    }

    private static List<ProtocolInfo> infos(Stream<Plugin> plugins) {
        return plugins.flatMap(plugin -> plugin.protocols().stream()).map(PluginProtocol::info).toList();
    }

    /// Reads the configuration as it is now, for these protocols and the lobby.
    private static ConfigResult readConfig(GatewaySettings settings, List<ProtocolInfo> protocols) {
        List<ProtocolInfo> infos = Stream.concat(protocols.stream(), Stream.of(Lobby.INFO)).toList();
        ConfigResult result = ConfigReader.read(settings.config(), settings.data(), infos);
        return result instanceof ConfigResult.Valid(Config config, List<String> warnings) && settings.host().isPresent()
                ? new ConfigResult.Valid(config.withHost(settings.host().get()), warnings)
                : result;
    }

    private static ConfigResult.Valid valid(ConfigResult result) throws GatewayException {
        return switch (result) {
            case ConfigResult.Valid valid -> valid;
            case ConfigResult.Invalid(List<String> problems) -> throw new GatewayException(problems);
        };
    }

    private void openLobby(Config config) {
        for (ListenerConfig listener : config.listeners()) {
            if (listener.enabled() && listener.protocol().equals(Lobby.INFO.id())) {
                listeners.open(listener, Endpoint.own(Lobby.INFO, new Lobby(listeners::doors, config.limits().lobbyTime())));
            }
        }
    }

    private void checkIf(boolean strict) throws GatewayException {
        if (!strict) {
            return;
        }
        List<String> problems = new ArrayList<>(warnings);
        for (PluginRow row : table.rows()) {
            if (row.state().equals("rejected")) {
                problems.add(row.jar() + ": " + row.message() + "; " + row.hint());
            }
        }
        for (Slot slot : listeners.slots()) {
            slot.problem().ifPresent(problem -> problems.add(slot.config().name() + ": " + problem));
        }
        if (!problems.isEmpty()) {
            throw new GatewayException(problems);
        }
    }

    Listeners listeners() {
        return listeners;
    }

    PluginTable table() {
        return table;
    }

    Deployment deployment() {
        return deployment;
    }

    List<String> warnings() {
        return warnings;
    }

    @Override
    public void close() {
        closing.close();
    }
}
