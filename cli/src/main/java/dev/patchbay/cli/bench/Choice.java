package dev.patchbay.cli.bench;

import static dev.patchbay.cli.shell.Figures.number;

import dev.patchbay.api.Option;
import dev.patchbay.api.Protocol;
import dev.patchbay.api.load.Load;
import dev.patchbay.gateway.text.Nearest;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a user has chosen to measure.
///
/// @param protocol what the server speaks; nothing if only its connections are measured, whatever it speaks
/// @param subject  what of it
public record Choice(Optional<Target.Spoken> protocol, Subject subject) {

    private static final Target.Spoken LOBBY = new Target.Spoken("lobby", "Patchbay 1.0", true);

    private static final int MOST_CONNECTIONS = 1_000_000;
    private static final int DEEPEST = 10_000;
    private static final double LONGEST = 86_400;
    private static final double USUAL_SECONDS = 5;
    private static final double USUAL_WARMUP = 2;
    private static final Option<Long> BYTES = Option.size("size", 0, "a number of bytes");

    /// {@return what a user means by a protocol, a protocol and a load, or a load that every server has}
    ///
    /// @param words at least one
    /// @throws IllegalArgumentException if there is nothing of that name
    public static Choice of(List<String> words, List<Protocol> protocols) {
        String first = words.getFirst();
        Optional<Protocol> protocol = protocols.stream().filter(each -> each.info().id().equals(first)).findFirst();
        Optional<String> load = words.stream().skip(1).findFirst();
        if (protocol.isPresent()) {
            return new Choice(Optional.of(Target.Spoken.of(protocol.get().info())), subject(first, Subject.of(protocol.get()), load));
        }
        if (first.equals(LOBBY.id())) {
            return new Choice(Optional.of(LOBBY), subject(first, Subject.COMMON, load));
        }
        Optional<Subject> common = load.isPresent() ? Optional.empty() : find(first, Subject.COMMON);
        return new Choice(Optional.empty(), common.orElseThrow(() -> unknown(first, protocols)));
    }

    private static Subject subject(String protocol, List<Subject> subjects, Optional<String> wanted) {
        if (wanted.isEmpty()) {
            // What every server has is not what somebody means who names a protocol.
            return Optional.of(subjects.getFirst()).filter(first -> !Subject.COMMON.contains(first)).orElseThrow(() -> new IllegalArgumentException(
                    protocol + " has no load of its own, only those of every server: patchbay bench " + protocol + " " + subjects.getFirst().name()));
        }
        return find(wanted.get(), subjects).orElseThrow(() -> new IllegalArgumentException(
                protocol + " has no load '" + wanted.get() + "': it has " + String.join(", ", subjects.stream().map(Subject::name).toList())));
    }

    private static Optional<Subject> find(String name, List<Subject> subjects) {
        return subjects.stream().filter(subject -> subject.name().equals(name)).findFirst();
    }

    private static IllegalArgumentException unknown(String word, List<Protocol> protocols) {
        List<String> ids = protocols.stream().map(protocol -> protocol.info().id()).toList();
        String what = ids.isEmpty() ? "no plugin is loaded here: --plugins DIR says where they are" : "patchbay bench lists what can be measured";
        return new IllegalArgumentException("there is no protocol '" + word + "'"
                + Nearest.to(word, ids).map(near -> "; did you mean: " + near).orElse("") + "; " + what);
    }

    /// {@return the protocol whose listener of a gateway is meant if nothing else is said}
    public String listener() {
        return protocol.orElse(LOBBY).id();
    }

    /// {@return that listener}
    public Target listener(InetSocketAddress address, String label) {
        return new Target(address, label, Optional.of(protocol.orElse(LOBBY)));
    }

    /// {@return any other server}
    public Target server(InetSocketAddress address, String label) {
        return new Target(address, label, protocol);
    }

    /// {@return how much of it a user wants}
    ///
    /// @throws IllegalArgumentException if it cannot be had so
    public Pressure pressure(Options options) {
        int depth = within("--depth", 1, DEEPEST, options.depth().orElse(1));
        if (depth > 1 && !subject.pipelined()) {
            throw new IllegalArgumentException(name() + " takes one request at a time: leave out --depth");
        }
        double seconds = options.seconds().orElse(USUAL_SECONDS);
        double warmup = options.warmup().orElse(USUAL_WARMUP);
        if (!(seconds > 0 && seconds <= LONGEST) || !(warmup >= 0 && warmup <= LONGEST)) {
            throw new IllegalArgumentException("--seconds and --warmup take a number of seconds, at most a day, such as 0.5");
        }
        int connections = within("--connections", 1, MOST_CONNECTIONS, options.connections().orElse(subject.usual()));
        return new Pressure(connections, depth, size(options.size()), time(warmup), time(seconds));
    }

    private long size(Optional<String> wanted) {
        if (wanted.isPresent() && subject.size().isEmpty()) {
            throw new IllegalArgumentException(name() + " has no size: leave out --size");
        }
        if (wanted.isEmpty()) {
            return subject.size().map(Load.Size::usual).orElse(0L);
        }
        Load.Size size = subject.size().get();
        return within("--size", size.smallest(), size.largest(), bytes(wanted.get()));
    }

    private static long bytes(String text) {
        try {
            // With a unit, or without one.
            return BYTES.read(text.matches("\\d+") ? text + "B" : text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--size takes a number of bytes, such as 100 or \"1 MB\", not '" + text + "'", e);
        }
    }

    private int within(String option, int min, int max, int value) {
        return (int) within(option, (long) min, max, value);
    }

    private long within(String option, long min, long max, long value) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    option + " of " + name() + " is a number from " + number(min) + " to " + number(max) + ", not " + number(value));
        }
        return value;
    }

    private String name() {
        return Target.named(protocol, subject.name());
    }

    private static Duration time(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    /// {@return what to do}
    public Measurement measurement(Target target, Pressure pressure, Course course, LiveLine line) {
        return subject.method().of(target, pressure, course, line);
    }
}
