package dev.patchbay.cli.bench;

import static dev.patchbay.cli.shell.Figures.count;
import static dev.patchbay.cli.shell.Figures.number;

import dev.patchbay.api.load.Load;
import dev.patchbay.cli.shell.ExitCode;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/// Makes a load for a while, first unmeasured, then measured.
final class LoadMeasurement implements Measurement {

    private final Target target;
    private final Load load;
    private final Pressure pressure;
    private final Course course;
    private final LiveLine line;

    LoadMeasurement(Target target, Load load, Pressure pressure, Course course, LiveLine line) {
        this.target = target;
        this.load = load;
        this.pressure = pressure;
        this.course = course;
        this.line = line;
    }

    @Override
    public Outcome take() throws InterruptedException {
        Descriptors.check(pressure.connections());
        Entrance entrance = Entrance.find(target);
        Meter meter = new Meter(Crowd.size(load, pressure));
        Crowd crowd = new Crowd(load, pressure, entrance, meter);
        try {
            crowd.open(this::connecting);
            ServerProcess server = ServerProcess.find(target.address());
            crowd.begin();
            return measure(crowd, meter, server);
        } finally {
            crowd.abandon();
            line.clear();
        }
    }

    private void connecting(int connections) {
        course.check();
        line.show("connecting: " + number(connections) + " of " + number(pressure.connections()));
    }

    private Outcome measure(Crowd crowd, Meter meter, ServerProcess server) throws InterruptedException {
        course.pass(pressure.warmup(), crowd::isOver, passed -> line.show(target.named(load.name()) + ": warming up"));
        course.check();
        Optional<Usage> before = server.usage();
        meter.begin();
        course.pass(pressure.window(), crowd::isOver, passed -> line.show(progress(passed, meter)));
        meter.end();
        Optional<Usage> after = server.usage();
        line.show(target.named(load.name()) + ": waiting for the last replies");
        Histogram times = meter.times();
        crowd.end(pressure.patience(times.getMaxValue()));
        Failures failures = crowd.failures();
        String failure = failures.summary(load.separate() ? count(pressure.connections(), "connection") : "1 exchange");
        if (times.getTotalCount() == 0) {
            throw new BenchFailure(ExitCode.FAILED, target.label() + ": " + (failure.isEmpty() ? "not one reply came in this time" : failure));
        }
        return new Throughput(
                target, load, pressure, meter.elapsed(), times, meter.counted(), failures.failed(), failure, Expense.of(server, before, after));
    }

    private String progress(long passed, Meter meter) {
        double seconds = passed / 1e9;
        String rate = passed == 0 ? "" : "  " + number(Math.rint(meter.exchanges() / seconds)) + " requests/s";
        return "%s: %.1f of %.1f s%s".formatted(target.named(load.name()), seconds, pressure.window().toNanos() / 1e9, rate);
    }
}
