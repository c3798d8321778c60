package dev.patchbay.gateway.plugin;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/// What lies in the plugin folder, as far as it has come to rest: a jar that is new, has changed or is gone counts when it has
/// been so for a while. Nothing is read again unless it changes, so what cannot be used costs no more than a look at its size
/// and times. If the folder itself cannot be read, all that was in it counts as being there still.
///
/// For one thread, which has several read.
final class Inventory {

    /// What may be better without the jar's doing, so it is tried again, after a while.
    private static final Set<Reason> PASSING = EnumSet.of(Reason.NOT_COPIED, Reason.STILL_CHANGING);
    private static final long RETRY = Duration.ofSeconds(30).toNanos();

    /// @param since when a look first saw it so
    private record Seen(Candidate candidate, Stamp stamp, long since) {}

    /// @param read when it was read
    private record Shelved(Stamp stamp, Finding finding, long read) {}

    private final Path folder;
    private final Function<Candidate, Finding> reader;
    private final long settle;
    private final LongSupplier nanoTime;
    private final Map<String, Seen> seen = new HashMap<>();
    private final Map<String, Long> missedSince = new HashMap<>();
    private final NavigableMap<String, Shelved> shelved = new TreeMap<>();
    private Optional<Problem> problem = Optional.empty();

    /// @param reader   reads a candidate; called by several threads at once
    /// @param settle   how long something must have been as it is
    /// @param nanoTime as [System#nanoTime]
    Inventory(Path folder, Function<Candidate, Finding> reader, Duration settle, LongSupplier nanoTime) {
        this.folder = folder;
        this.reader = reader;
        this.settle = settle.toNanos();
        this.nanoTime = nanoTime;
    }

    /// Looks at the folder.
    ///
    /// @param atOnce whether everything counts as it is now
    /// @return whether all of it has come to rest; if not, it is worth looking again soon
    boolean look(boolean atOnce) {
        switch (Candidate.in(folder)) {
            case Check.Failed<List<Candidate>>(Problem found) -> {
                problem = Optional.of(found);
                // What was missed before was on its way out with the folder.
                missedSince.clear();
                return true;
            }
            case Check.Passed<List<Candidate>>(List<Candidate> candidates) -> {
                problem = Optional.empty();
                long now = nanoTime.getAsLong();
                List<Seen> changed = candidates.stream().map(candidate -> see(candidate, now)).filter(found -> !isKnown(found, now)).toList();
                List<Seen> due = changed.stream().filter(found -> atOnce || now - found.since >= settle).toList();
                boolean resting = read(due, now) && due.size() == changed.size();
                return forget(candidates.stream().map(Candidate::name).collect(Collectors.toSet()), atOnce) && resting;
            }
        }
    }

    private Seen see(Candidate candidate, long now) {
        Stamp stamp = Stamp.of(candidate);
        Seen before = seen.get(candidate.name());
        Seen found = new Seen(candidate, stamp, before != null && before.stamp.equals(stamp) ? before.since : now);
        seen.put(candidate.name(), found);
        missedSince.remove(candidate.name());
        return found;
    }

    /// Reads candidates, several at once: a start waits for all of them.
    ///
    /// @return whether none changed meanwhile
    private boolean read(List<Seen> due, long now) {
        List<Finding> findings = due.parallelStream().map(Seen::candidate).map(reader).toList();
        boolean resting = true;
        for (int i = 0; i < due.size(); i++) {
            resting &= shelve(due.get(i), findings.get(i), now);
        }
        return resting;
    }

    private boolean shelve(Seen found, Finding finding, long now) {
        String name = found.candidate.name();
        Shelved known = shelved.get(name);
        boolean changing = finding instanceof Rejection rejection && rejection.isFor(Reason.STILL_CHANGING);
        // Another look will see another stamp, and have it read again; until then it counts as what it was.
        shelved.put(name, new Shelved(found.stamp, changing && known != null ? known.finding : finding, now));
        return !changing;
    }

    private boolean isKnown(Seen found, long now) {
        Shelved known = shelved.get(found.candidate.name());
        if (known == null || !known.stamp.equals(found.stamp)) {
            return false;
        }
        boolean passing = known.finding instanceof Rejection rejection && PASSING.stream().anyMatch(rejection::isFor);
        return !passing || now - known.read < RETRY;
    }

    /// Forgets what is gone.
    private boolean forget(Set<String> present, boolean atOnce) {
        long now = nanoTime.getAsLong();
        seen.keySet().retainAll(present);
        boolean resting = true;
        for (String name : List.copyOf(shelved.keySet())) {
            if (!present.contains(name)) {
                if (atOnce || now - missedSince.computeIfAbsent(name, _ -> now) >= settle) {
                    shelved.remove(name);
                    missedSince.remove(name);
                } else {
                    resting = false;
                }
            }
        }
        return resting;
    }

    /// {@return what is wrong with the folder itself, if anything}
    Optional<Problem> problem() {
        return problem;
    }

    /// {@return what was found, by the names in the folder}
    List<Finding> findings() {
        return shelved.values().stream().map(Shelved::finding).toList();
    }

    /// Replaces what is known of a candidate, until that changes.
    void note(Finding finding) {
        shelved.computeIfPresent(finding.label().jar(), (_, known) -> new Shelved(known.stamp, finding, known.read));
    }

    /// Reads a candidate that was found before again.
    Finding readAgain(Identified identified) {
        Finding finding = reader.apply(identified.candidate());
        note(finding);
        return finding;
    }

    /// Lets the next look read everything again, whether it seems to have changed or not.
    void distrust() {
        shelved.replaceAll((_, known) -> new Shelved(Stamp.NONE, known.finding, known.read));
    }

    /// Lets the next look read again what was rejected for a reason.
    void reconsider(Reason reason) {
        List<String> names = new ArrayList<>();
        shelved.forEach((name, known) -> {
            if (known.finding instanceof Rejection rejection && rejection.isFor(reason)) {
                names.add(name);
            }
        });
        names.forEach(shelved::remove);
    }
}
