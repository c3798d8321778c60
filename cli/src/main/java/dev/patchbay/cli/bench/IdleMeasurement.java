package dev.patchbay.cli.bench;

import static dev.patchbay.cli.shell.Figures.count;
import static dev.patchbay.cli.shell.Figures.number;

import dev.patchbay.cli.shell.ExitCode;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// Holds connections that say nothing. What the server's memory grows by while they are made is theirs; what it computes later is for nothing.
final class IdleMeasurement implements Measurement {

    /// How long the server has to greet all of them.
    private static final Duration GREETING = Duration.ofSeconds(30);

    private static final int SOME = 100;

    private final Target target;
    private final Pressure pressure;
    private final Course course;
    private final LiveLine line;

    IdleMeasurement(Target target, Pressure pressure, Course course, LiveLine line) {
        this.target = target;
        this.pressure = pressure;
        this.course = course;
        this.line = line;
    }

    @Override
    public Outcome take() throws InterruptedException {
        Descriptors.check(pressure.connections());
        boolean greets = Entrance.find(target).greets();
        ServerProcess server = ServerProcess.find(target.address());
        Optional<Usage> before = server.usage();
        try (SilentCrowd crowd = new SilentCrowd(target)) {
            open(crowd);
            awaitGreetings(crowd, greets ? crowd.size() : 0);
            hold(crowd, pressure.warmup());
            course.check();
            long began = System.nanoTime();
            Optional<Usage> silent = server.usage();
            hold(crowd, pressure.window());
            Optional<Usage> after = server.usage();
            long elapsed = System.nanoTime() - began;
            return new Silence(
                    target, crowd.size(), crowd.closed(), elapsed, Expense.of(server, before, after), Expense.of(server, silent, after));
        } finally {
            line.clear();
        }
    }

    private void open(SilentCrowd crowd) {
        while (crowd.size() < pressure.connections()) {
            try {
                crowd.connect();
            } catch (IOException e) {
                throw Failures.failure(e, target, crowd.size());
            }
            if (crowd.size() % SOME == 0) {
                course.check();
                line.show("connecting: " + number(crowd.size()) + " of " + number(pressure.connections()));
                crowd.listen();
            }
        }
    }

    private void awaitGreetings(SilentCrowd crowd, int greetings) throws InterruptedException {
        course.pass(GREETING, () -> crowd.greeted() + crowd.closed() >= greetings, _ -> {
            line.show("connecting: " + number(crowd.greeted()) + " of " + number(greetings) + " were greeted");
            crowd.listen();
        });
        course.check();
        if (crowd.greeted() + crowd.closed() < greetings) {
            String greeted = number(crowd.greeted()) + " of " + count(greetings, "connection");
            throw new BenchFailure(ExitCode.FAILED, target.label() + " has greeted only " + greeted);
        }
    }

    private void hold(SilentCrowd crowd, Duration time) throws InterruptedException {
        String what = target.named(Subject.IDLE.name()) + ": " + count(crowd.size(), "connection");
        course.pass(time, () -> crowd.closed() == crowd.size(), passed -> {
            line.show("%s, %.1f of %.1f s".formatted(what, passed / 1e9, time.toNanos() / 1e9));
            crowd.listen();
        });
    }
}
