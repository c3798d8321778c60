package dev.patchbay.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The objects of this process as they are at a moment, in a file of the format HPROF 1.0.2. Each is known by its id; so are classes.
final class HeapDump {

    /// Is shown what is in the dump, in the order of the file.
    interface Visitor {

        /// A reference, by a field of an object, an element of an array (which has no name), or a static field of a class.
        default void reference(long from, String field, long to) {}

        /// An array of bytes.
        default void bytes(long array, byte[] content) {}
    }

    /// @param parent the id of the superclass
    /// @param loader the id of the class loader; 0 for that of the JVM
    record Type(String name, long parent, long loader, List<Field> fields) {}

    /// @param kind what its values are, as the format numbers it
    record Field(String name, int kind) {}

    private static final int OBJECT = 2;
    private static final int BYTE = 8;
    private static final int TEXT = 0x01;
    private static final int LOAD_CLASS = 0x02;
    private static final int OBJECTS = 0x0C;
    private static final int SOME_OBJECTS = 0x1C;

    private final Path file;
    private final ByteBuffer bytes;
    private final int start;
    private final Map<Long, String> texts = new HashMap<>();
    private final Map<Long, Type> types = new HashMap<>();
    private final Map<Long, Long> classes = new HashMap<>();
    private final Map<Long, String> roots = new HashMap<>();

    private HeapDump(Path file, ByteBuffer bytes) {
        this.file = file;
        this.bytes = bytes;
        while (bytes.get() != 0) {}
        if (bytes.getInt() != Long.BYTES) {
            throw new IllegalArgumentException("only dumps of a JVM of 64 bits can be read");
        }
        bytes.getLong();
        start = bytes.position();
        scan(new Visitor() {});
    }

    /// Makes one of what is alive, in place of the one before.
    static HeapDump take() throws IOException {
        Path target = Path.of("target").toAbsolutePath();
        Path file = (Files.isDirectory(target) ? target : Path.of(System.getProperty("java.io.tmpdir"))).resolve("leak-" + ProcessHandle.current().pid() + ".hprof");
        Files.deleteIfExists(file);
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file.toString(), true);
        try (FileChannel channel = FileChannel.open(file)) {
            return new HeapDump(file, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        }
    }

    Path file() {
        return file;
    }

    /// {@return a class by its id}
    Optional<Type> type(long id) {
        return Optional.ofNullable(types.get(id));
    }

    /// {@return the class of an object, as far as it is no array}
    Optional<Type> typeOf(long id) {
        return Optional.ofNullable(classes.get(id)).flatMap(this::type);
    }

    /// {@return what the JVM holds by itself, and why}
    Map<Long, String> roots() {
        return roots;
    }

    /// Shows everything to a visitor.
    void scan(Visitor visitor) {
        bytes.position(start);
        while (bytes.hasRemaining()) {
            int kind = bytes.get();
            bytes.getInt();
            int end = bytes.getInt() + bytes.position();
            switch (kind) {
                case TEXT -> texts.computeIfAbsent(bytes.getLong(), _ -> text(end));
                case LOAD_CLASS -> loaded();
                case OBJECTS, SOME_OBJECTS -> {
                    while (bytes.position() < end) {
                        object(visitor);
                    }
                }
                default -> {}
            }
            bytes.position(end);
        }
    }

    private String text(int end) {
        byte[] text = new byte[end - bytes.position()];
        bytes.get(text);
        return new String(text, UTF_8);
    }

    private void loaded() {
        bytes.getInt();
        long id = bytes.getLong();
        bytes.getInt();
        String name = texts.getOrDefault(bytes.getLong(), "?").replace('/', '.');
        types.putIfAbsent(id, new Type(name, 0, 0, List.of()));
    }

    private void object(Visitor visitor) {
        int kind = Byte.toUnsignedInt(bytes.get());
        switch (kind) {
            case 0xFF -> root("something of the JVM", 0);
            case 0x01 -> root("native code", Long.BYTES);
            case 0x02 -> root("native code of a thread", 8);
            case 0x03 -> root("a variable of a thread", 8);
            case 0x04 -> root("native code of a thread", 4);
            case 0x05 -> root("a class of the JDK", 0);
            case 0x06 -> root("a thread", 4);
            case 0x07 -> root("a lock", 0);
            case 0x08 -> root("a thread", 8);
            case 0x20 -> type(visitor);
            case 0x21 -> instance(visitor);
            case 0x22 -> array(visitor);
            case 0x23 -> primitives(visitor);
            default -> throw new IllegalArgumentException("a heap dump with an unknown part " + kind);
        }
    }

    private void root(String why, int rest) {
        roots.putIfAbsent(bytes.getLong(), why);
        skip(rest);
    }

    private void type(Visitor visitor) {
        long id = bytes.getLong();
        bytes.getInt();
        long parent = bytes.getLong();
        long loader = bytes.getLong();
        skip(4 * Long.BYTES + Integer.BYTES);
        visitor.reference(id, "its class loader", loader);
        for (int constants = bytes.getShort(); constants > 0; constants--) {
            bytes.getShort();
            skip(size(bytes.get()));
        }
        for (int statics = bytes.getShort(); statics > 0; statics--) {
            String name = texts.getOrDefault(bytes.getLong(), "?");
            int kind = bytes.get();
            if (kind == OBJECT) {
                visitor.reference(id, name, bytes.getLong());
            } else {
                skip(size(kind));
            }
        }
        List<Field> fields = new ArrayList<>();
        for (int count = bytes.getShort(); count > 0; count--) {
            fields.add(new Field(texts.getOrDefault(bytes.getLong(), "?"), bytes.get()));
        }
        types.compute(id, (_, known) -> new Type(known == null ? "?" : known.name, parent, loader, fields));
    }

    private void instance(Visitor visitor) {
        long id = bytes.getLong();
        bytes.getInt();
        long type = bytes.getLong();
        int end = bytes.getInt() + bytes.position();
        classes.put(id, type);
        visitor.reference(id, "its class", type);
        for (Type each = types.get(type); each != null; each = types.get(each.parent)) {
            for (Field field : each.fields) {
                if (field.kind == OBJECT) {
                    visitor.reference(id, field.name, bytes.getLong());
                } else {
                    skip(size(field.kind));
                }
            }
        }
        bytes.position(end);
    }

    private void array(Visitor visitor) {
        long id = bytes.getLong();
        bytes.getInt();
        int count = bytes.getInt();
        visitor.reference(id, "its class", bytes.getLong());
        for (int i = 0; i < count; i++) {
            visitor.reference(id, "", bytes.getLong());
        }
    }

    private void primitives(Visitor visitor) {
        long id = bytes.getLong();
        bytes.getInt();
        int count = bytes.getInt();
        int kind = bytes.get();
        int end = bytes.position() + count * size(kind);
        // Names are short.
        if (kind == BYTE && count < 200) {
            byte[] content = new byte[count];
            bytes.get(content);
            visitor.bytes(id, content);
        }
        bytes.position(end);
    }

    private void skip(int count) {
        bytes.position(bytes.position() + count);
    }

    private static int size(int kind) {
        return switch (kind) {
            case 4, 8 -> 1;
            case 5, 9 -> 2;
            case 6, 10 -> 4;
            default -> 8;
        };
    }
}
