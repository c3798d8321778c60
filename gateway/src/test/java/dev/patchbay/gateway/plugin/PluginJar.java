package dev.patchbay.gateway.plugin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/// Builds a plugin's jar from source, as its author would, or as badly as a test wants it.
public final class PluginJar {

    public static final String SERVICE_FILE = "META-INF/services/dev.patchbay.api.Protocol";

    private final Manifest manifest = new Manifest();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, byte[]> entries = new TreeMap<>();

    private PluginJar() {
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    }

    /// {@return a jar with nothing in it, not even in its manifest}
    public static PluginJar empty() {
        return new PluginJar();
    }

    /// {@return a jar with a manifest, and nothing else}
    public static PluginJar named(String id) {
        return empty().manifest("Plugin-Id", id).manifest("Plugin-Version", "1.2.0").manifest("Plugin-Api", "1.0");
    }

    /// {@return a jar with a protocol of the same name, which works}
    public static PluginJar working(String id) {
        return named(id).protocol("test." + id + ".WorkingProtocol", id);
    }

    public PluginJar manifest(String name, String value) {
        manifest.getMainAttributes().putValue(name, value);
        return this;
    }

    public String id() {
        return manifest.getMainAttributes().getValue("Plugin-Id");
    }

    /// Adds a protocol that works, and names it as provider.
    public PluginJar protocol(String className, String protocolId) {
        return provider(className, "", "return ProtocolInfo.of(\"" + protocolId + "\", \"1.0\");", "return StreamService.of(peer -> {});");
    }

    /// Adds a class that implements Protocol, and names it as provider.
    ///
    /// @param members what the class has beside its methods
    /// @param info    the body of `info()`
    /// @param open    the body of `open(context)`
    public PluginJar provider(String className, String members, String info, String open) {
        int end = className.lastIndexOf('.');
        return provider(className).source(className, """
                package %s;

                import dev.patchbay.api.*;
                import dev.patchbay.api.client.*;

                public class %s implements Protocol {
                    %s
                    public ProtocolInfo info() { %s }
                    public Service open(ServiceContext context) throws Exception { %s }
                }
                """.formatted(className.substring(0, end), className.substring(end + 1), members, info, open));
    }

    /// Names a class as provider.
    public PluginJar provider(String className) {
        byte[] before = entries.getOrDefault(SERVICE_FILE, new byte[0]);
        return entry(SERVICE_FILE, new String(before, StandardCharsets.UTF_8) + className + "\n");
    }

    public PluginJar source(String className, String text) {
        sources.put(className, text);
        return this;
    }

    public PluginJar entry(String name, String text) {
        return entry(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public PluginJar entry(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    /// Compiles now, so that what was compiled can be changed or left out.
    public PluginJar compiled() {
        entries.putAll(TestCompiler.compile(sources));
        sources.clear();
        return this;
    }

    /// Leaves out a class that the others were compiled against.
    public PluginJar without(String className) {
        entries.remove(entryOf(className));
        return this;
    }

    /// Gives a class the class-file version of another Java, such as 999.
    public PluginJar classVersion(String className, int major) {
        byte[] bytes = Objects.requireNonNull(entries.get(entryOf(className)), className);
        bytes[6] = (byte) (major >> 8);
        bytes[7] = (byte) major;
        return this;
    }

    public byte[] bytes() {
        compiled();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue());
                jar.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// Writes the jar; folders on the way are made.
    public Path writeTo(Path file) {
        return write(file, bytes());
    }

    public static Path write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String entryOf(String className) {
        return className.replace('.', '/') + ".class";
    }
}
