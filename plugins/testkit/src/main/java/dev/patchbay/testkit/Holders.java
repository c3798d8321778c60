package dev.patchbay.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What holds a class loader: the shortest way to it from what the JVM holds, or from a static field of a class of somebody else's. What
/// is held by weak or soft references only is not held: before memory runs out the JVM gives it up, and what the JDK caches is of that kind.
final class Holders {

    /// How an object leads to the class loader.
    ///
    /// @param field of the object, which refers to the next one
    private record Step(String field, long next) {}

    private final HeapDump dump;
    private final long loader;
    private final Map<Long, Step> steps = new HashMap<>();

    private Holders(HeapDump dump, long loader) {
        this.dump = dump;
        this.loader = loader;
    }

    /// {@return the way, a line each, and where the heap dump is that shows it; nothing if nothing holds it}
    ///
    /// @param name that of the class loader
    static List<String> of(String name) throws IOException {
        HeapDump dump = HeapDump.take();
        List<String> lines = new ArrayList<>();
        find(name, dump).flatMap(loader -> new Holders(dump, loader).way()).ifPresent(way -> {
            lines.add("its classes are held by:");
            lines.addAll(way);
            lines.add("all that there is in memory: " + dump.file());
        });
        return lines;
    }

    /// Class loaders have their name in a string, and strings have their text in an array.
    private static Optional<Long> find(String name, HeapDump dump) {
        Map<Long, Long> owners = new HashMap<>();
        dump.scan(new HeapDump.Visitor() {
            @Override
            public void reference(long from, String field, long to) {
                if (field.equals("name") && dump.typeOf(from).filter(type -> type.name().endsWith(".PluginClassLoader")).isPresent()) {
                    owners.put(to, from);
                }
            }
        });
        Map<Long, Long> texts = new HashMap<>();
        dump.scan(new HeapDump.Visitor() {
            @Override
            public void reference(long from, String field, long to) {
                if (field.equals("value") && owners.containsKey(from)) {
                    texts.put(to, owners.get(from));
                }
            }
        });
        List<Long> found = new ArrayList<>();
        dump.scan(new HeapDump.Visitor() {
            @Override
            public void bytes(long array, byte[] content) {
                if (texts.containsKey(array) && new String(content, StandardCharsets.ISO_8859_1).equals(name)) {
                    found.add(texts.get(array));
                }
            }
        });
        return found.stream().findFirst();
    }

    private Optional<List<String>> way() {
        Set<Long> frontier = new HashSet<>(Set.of(loader));
        while (!frontier.isEmpty()) {
            Optional<Long> end = frontier.stream().filter(this::isEnd).findFirst();
            if (end.isPresent()) {
                return Optional.of(describe(end.get()));
            }
            frontier = holdersOf(frontier);
        }
        return Optional.empty();
    }

    private boolean isEnd(long object) {
        return dump.roots().containsKey(object) || dump.type(object).filter(type -> type.loader() != loader).isPresent();
    }

    private Set<Long> holdersOf(Set<Long> held) {
        Set<Long> holders = new HashSet<>();
        dump.scan(new HeapDump.Visitor() {
            @Override
            public void reference(long from, String field, long to) {
                if (held.contains(to) && !isWeak(from, field) && from != loader && steps.putIfAbsent(from, new Step(field, to)) == null) {
                    holders.add(from);
                }
            }
        });
        return holders;
    }

    private boolean isWeak(long from, String field) {
        return field.equals("referent") && dump.typeOf(from).filter(type -> type.name().equals("java.lang.ref.FinalReference")).isEmpty();
    }

    private List<String> describe(long end) {
        List<String> lines = new ArrayList<>();
        if (dump.roots().containsKey(end)) {
            lines.add("  " + dump.roots().get(end));
        }
        for (long object = end; object != loader; object = step(object).next) {
            String field = step(object).field;
            lines.add("  " + nameOf(object) + (field.isEmpty() ? "" : "." + field));
        }
        return lines;
    }

    private Step step(long object) {
        return Objects.requireNonNull(steps.get(object));
    }

    private String nameOf(long object) {
        return dump.type(object).map(type -> "static " + type.name())
                .or(() -> dump.typeOf(object).map(HeapDump.Type::name))
                .orElse("an array");
    }
}
