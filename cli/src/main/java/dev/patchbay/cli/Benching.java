package dev.patchbay.cli;

import dev.patchbay.api.Protocol;
import dev.patchbay.cli.bench.BenchFailure;
import dev.patchbay.cli.bench.Choice;
import dev.patchbay.cli.bench.Course;
import dev.patchbay.cli.bench.Listing;
import dev.patchbay.cli.bench.LiveLine;
import dev.patchbay.cli.bench.Outcome;
import dev.patchbay.cli.bench.Pressure;
import dev.patchbay.cli.bench.Target;
import dev.patchbay.cli.repl.Address;
import dev.patchbay.cli.shell.ExitCode;
import dev.patchbay.cli.shell.Format;
import dev.patchbay.cli.shell.Problem;
import dev.patchbay.gateway.ControlClient;
import dev.patchbay.gateway.Logs;
import dev.patchbay.gateway.text.Addresses;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Measures a server: `bench`.
record Benching(Invocation invocation, Environment environment, Folders folders) {

    /// How many seconds a run that was cut short has to say what it has found.
    private static final long LAST_WORDS = 15;

    ExitCode run() throws InterruptedException {
        // What plugins log is not to stand between the results.
        Logs.toFile(folders.log());
        try (AtExit atExit = new AtExit()) {
            PluginShelf plugins = new PluginShelf(invocation.plugins().orElseGet(folders::plugins).toAbsolutePath());
            atExit.add(plugins::close);
            plugins.load();
            plugins.folder().join().problem().ifPresent(problem -> say(environment.err(), format().problem(Problem.of(problem))));
            return invocation.operands().isEmpty() ? list(plugins.protocols()) : measure(plugins.protocols(), atExit);
        } catch (BenchFailure e) {
            say(environment.err(), format().problem(e.problem()));
            return e.code();
        }
    }

    private ExitCode list(List<Protocol> protocols) {
        say(environment.out(), format().table(Listing.of(protocols)));
        return ExitCode.OK;
    }

    /// Ctrl-C ends it early, and what was measured by then is said before the process ends.
    private ExitCode measure(List<Protocol> protocols, AtExit atExit) throws InterruptedException {
        Choice choice = Choice.of(invocation.operands(), protocols);
        Pressure pressure = choice.pressure(invocation.bench());
        Target target = target(choice);
        Course course = new Course();
        CountDownLatch said = new CountDownLatch(1);
        atExit.add(() -> {
            course.cut();
            awaitLastWords(said);
        });
        try {
            LiveLine line = new LiveLine(environment.out(), environment.read() && !invocation.json());
            return tell(choice.measurement(target, pressure, course, line).take());
        } finally {
            said.countDown();
        }
    }

    private static void awaitLastWords(CountDownLatch said) {
        try {
            var _ = said.await(LAST_WORDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ExitCode tell(Outcome outcome) {
        say(environment.out(), invocation.json() ? format().item(outcome.item()) : format().list(outcome.title(), outcome.rows(), 0));
        if (outcome.failure().isEmpty()) {
            return ExitCode.OK;
        }
        say(environment.err(), format().problem(Problem.of(outcome.failure())));
        return ExitCode.FAILED;
    }

    private Target target(Choice choice) {
        Optional<Address> to = invocation.bench().to().map(Address::parse);
        return to.isPresent() ? server(choice, to.get()) : listener(choice);
    }

    private static Target server(Choice choice, Address address) {
        if (address.protocol().isPresent() || address.user().isPresent() || address.port().isEmpty()) {
            throw new IllegalArgumentException("--to takes HOST:PORT");
        }
        int port = address.port().getAsInt();
        try {
            return choice.server(new InetSocketAddress(InetAddress.getByName(address.host()), port), Address.label(address.host(), port));
        } catch (UnknownHostException e) {
            throw new BenchFailure(ExitCode.CANNOT_CONNECT, "nobody knows the name '" + address.host() + "'");
        }
    }

    /// The protocol's listener of the gateway that runs.
    private Target listener(Choice choice) {
        Path data = invocation.data().orElseGet(folders::data);
        ControlClient gateway = ControlClient.find(data).orElseThrow(() -> new BenchFailure(
                ExitCode.CANNOT_CONNECT,
                "no gateway runs on the data folder " + data,
                "start one with: patchbay serve; or name another server: --to HOST:PORT"));
        try {
            InetSocketAddress address = gateway.listener(choice.listener());
            // Where it listens on all addresses, this is one of them.
            InetAddress host = address.getAddress().isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address.getAddress();
            InetSocketAddress reached = new InetSocketAddress(host, address.getPort());
            return choice.listener(reached, Addresses.text(reached));
        } catch (IllegalArgumentException e) {
            throw new BenchFailure(ExitCode.FAILED, Problems.firstLine(e));
        } catch (IOException e) {
            throw new BenchFailure(ExitCode.CANNOT_CONNECT, "the gateway does not answer: " + Problems.firstLine(e));
        }
    }

    private Format format() {
        return invocation.scriptFormat(environment);
    }

    private static void say(PrintStream stream, String text) {
        stream.println(text);
        stream.flush();
    }
}
