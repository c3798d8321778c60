package dev.patchbay.gateway;

import static org.awaitility.Awaitility.await;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.patchbay.gateway.plugin.Remains;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/// The process of [UpgradeSoakTest]: a gateway whose plugin is replaced again and again while it is used. It says what it does not like,
/// a line each, and nothing else.
final class UpgradeSoak {

    /// Stands before the name of a file that nobody needs and that is open all the same.
    static final String OPEN = "open: ";

    static final int WARM_UP = 5;
    static final int UPGRADES = 50;

    /// Proxies, lambdas and reflection of the JDK are made now and then; a generation of the plugin has more classes than that.
    private static final int CLASSES_TO_SPARE = 100;

    private final Path folder;
    private final List<String> complaints = new ArrayList<>();

    private UpgradeSoak(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Awaitility.setDefaultPollInterval(Duration.ofMillis(5));
        UpgradeSoak soak = new UpgradeSoak(Path.of(arguments[0]));
        soak.run();
        soak.complaints.forEach(System.out::println);
    }

    private void run() throws Exception {
        drop(0);
        try (Gateway gateway = TestGateway.start(folder, "listener.soak.port = 0\nlistener.soak.ephemeral = true\nlimits.accepts-per-second = 0\n")) {
            upgrade(gateway, 1, WARM_UP);
            expectNothingLeft(gateway);
            int classes = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();

            upgrade(gateway, WARM_UP + 1, WARM_UP + UPGRADES);
            expectNothingLeft(gateway);
            int more = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount() - classes;
            if (more > CLASSES_TO_SPARE) {
                complaints.add(more + " classes more than after the first upgrades");
            }
        }
    }

    private void upgrade(Gateway gateway, int first, int last) throws Exception {
        SoakClients clients = SoakClients.start(gateway, first - 1);
        try {
            for (int version = first; version <= last; version++) {
                drop(version);
                gateway.reload();
                clients.upgraded(version);
                int visits = clients.visits();
                await().atMost(Duration.ofSeconds(30)).until(() -> clients.visits() > visits + 1 || !clients.complaints().isEmpty());
            }
        } finally {
            clients.leave();
        }
        complaints.addAll(clients.complaints());
    }

    /// Over the one that is there, whose copy is in use.
    private void drop(int version) throws IOException {
        Files.write(Files.createDirectories(folder.resolve("plugins")).resolve("soak.jar"), Files.readAllBytes(folder.resolve("jars/" + version + ".jar")));
    }

    private void expectNothingLeft(Gateway gateway) throws IOException {
        try {
            await().pollInterval(Duration.ofMillis(100)).atMost(Duration.ofSeconds(10)).until(() -> {
                System.gc();
                return gateway.plugins().size() == 1 && removedCopies().isEmpty();
            });
        } catch (ConditionTimeoutException e) {
            complaints.addAll(removedCopies());
            for (PluginRow row : gateway.plugins()) {
                if (!row.state().equals("loaded")) {
                    complaints.add("left over: " + row);
                    int generation = Integer.parseInt(row.version()) + 1;
                    complaints.addAll(Remains.threads("soak@" + row.version() + "#" + generation));
                }
            }
            complaints.add("what holds it is in " + heapDump());
        }
    }

    private static Path heapDump() throws IOException {
        Path dump = Files.createDirectories(Path.of("target").toAbsolutePath()).resolve("upgrade-soak.hprof");
        Files.deleteIfExists(dump);
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(dump.toString(), true);
        return dump;
    }

    /// {@return the files of private copies that are open and that nobody needs any more}
    private List<String> removedCopies() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return List.of();
        }
        String copies = folder.toRealPath().resolve("data/run/plugins").toString();
        try (Stream<Path> links = Files.list(descriptors)) {
            return links.map(UpgradeSoak::target)
                    .filter(file -> file.startsWith(copies) && file.endsWith("(deleted)"))
                    .map(file -> OPEN + file)
                    .toList();
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
