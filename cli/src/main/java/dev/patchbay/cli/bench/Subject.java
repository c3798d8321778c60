package dev.patchbay.cli.bench;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.load.Load;
import dev.patchbay.cli.shell.ExitCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Something that can be measured of a server: a load of its protocol, or what every server has.
///
/// @param name      what it is called
/// @param summary   what it does, in one line
/// @param size      its size, if it has one
/// @param pipelined whether several requests may be under way on a connection
/// @param usual     how many connections there are if nothing else is said
/// @param method    how to measure it
record Subject(String name, String summary, Optional<Load.Size> size, boolean pipelined, int usual, Method method) {

    /// How something is measured.
    @FunctionalInterface
    interface Method {
        Measurement of(Target target, Pressure pressure, Course course, LiveLine line);
    }

    private static final int SOME = 64;
    private static final int MANY = 1000;

    static final Subject CONNECT = new Subject(
            "connect", "makes a connection and ends it, again and again", Optional.empty(), false, SOME,
            (target, pressure, course, line) -> new LoadMeasurement(target, ConnectExchange.load(target), pressure, course, line));

    static final Subject IDLE = new Subject(
            "idle", "holds connections that say nothing, for the memory of each", Optional.empty(), false, MANY, IdleMeasurement::new);

    /// Of every server.
    static final List<Subject> COMMON = List.of(CONNECT, IDLE);

    /// {@return what can be measured of a protocol's servers, its own loads first}
    ///
    /// @throws BenchFailure if its plugin does not say
    static List<Subject> of(Protocol protocol) {
        try {
            return Stream.concat(protocol.loads().stream().map(Subject::of), COMMON.stream()).toList();
        } catch (RuntimeException | LinkageError e) {
            throw new BenchFailure(ExitCode.FAILED, "the plugin of " + protocol.info().id() + " does not say what can be measured: " + e);
        }
    }

    private static Subject of(Load load) {
        return new Subject(load.name(), load.summary(), load.size(), load.pipelined(), SOME,
                (target, pressure, course, line) -> new LoadMeasurement(target, load, pressure, course, line));
    }
}
