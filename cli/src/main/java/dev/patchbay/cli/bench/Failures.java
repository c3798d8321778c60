package dev.patchbay.cli.bench;

import static dev.patchbay.cli.shell.Figures.count;
import static java.util.stream.Collectors.joining;

import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.cli.shell.ExitCode;
import dev.patchbay.cli.shell.Faults;
import java.io.IOException;
import java.net.BindException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What went wrong with exchanges, in the order in which it did. Safe for all threads.
final class Failures {

    private static final int KINDS_SHOWN = 3;

    private final Target target;
    private final Map<String, Integer> kinds = new LinkedHashMap<>();
    private int failed;
    private @Nullable Throwable first;

    Failures(Target target) {
        this.target = target;
    }

    synchronized void add(Throwable failure) {
        if (first == null) {
            first = failure;
        }
        add(text(failure));
    }

    synchronized void add(String text) {
        failed++;
        kinds.merge(text, 1, Integer::sum);
    }

    /// {@return how many exchanges have failed}
    synchronized int failed() {
        return failed;
    }

    /// {@return what happened, in a line; empty if nothing did}
    ///
    /// @param of of which, such as `8 connections`
    synchronized String summary(String of) {
        return failed == 0 ? "" : failed + " of " + of + " failed: " + kinds();
    }

    private String kinds() {
        List<String> texts = new ArrayList<>();
        kinds.forEach((text, times) -> texts.add(kinds.size() == 1 ? text : times + " times " + text));
        String shown = texts.stream().limit(KINDS_SHOWN).collect(joining("; "));
        return texts.size() > KINDS_SHOWN ? shown + "; and more" : shown;
    }

    /// Ends a run in which an exchange could not even be opened.
    ///
    /// @param connections how many connections there are
    /// @throws BenchFailure if so
    synchronized void check(int connections) {
        if (first != null) {
            throw failure(first, target, connections);
        }
    }

    /// {@return what to tell of a connection that cannot be made}
    ///
    /// @param connections how many there are
    static BenchFailure failure(Throwable failure, Target target, int connections) {
        String text = text(failure);
        String after = connections == 0 ? "" : ", after " + count(connections, "connection");
        return switch (failure) {
            case BenchFailure known -> known;
            case IllegalArgumentException _ -> new BenchFailure(ExitCode.USAGE, text);
            case BindException _ -> new BenchFailure(ExitCode.FAILED, "this machine has no free port for another connection" + after);
            case IOException _ when text.contains("too many open files") -> Descriptors.tooFew(connections);
            case IOException _ -> new BenchFailure(ExitCode.CANNOT_CONNECT, "cannot connect to " + target.label() + after + ": " + text);
            default -> new BenchFailure(ExitCode.FAILED, target.label() + after + ": " + text);
        };
    }

    private static String text(Throwable failure) {
        return switch (failure) {
            case ConnectionException e -> String.valueOf(e.getMessage());
            case IllegalArgumentException e -> String.valueOf(e.getMessage());
            case BenchFailure e -> e.problem().message();
            case IOException e -> Entrance.said(e);
            default -> "the load failed: " + failure + Faults.where(failure).map(at -> " at " + at).orElse("");
        };
    }
}
