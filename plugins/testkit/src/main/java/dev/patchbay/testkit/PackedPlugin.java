package dev.patchbay.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.ApiLevel;
import dev.patchbay.api.Protocol;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A plugin whose classes lie on the class path, as those under test do, packed into a jar. What they need beside the api is left where it
/// is: the jar's manifest names the whole class path.
///
/// @param id        the plugin's id, another one for each
/// @param providers the classes of its protocols
record PackedPlugin(String id, List<Class<? extends Protocol>> providers) {

    private static final String SERVICE_FILE = "META-INF/services/" + Protocol.class.getName();
    private static final AtomicInteger COUNT = new AtomicInteger();

    static PackedPlugin of(List<Protocol> protocols) {
        String id = "packed-" + COUNT.incrementAndGet();
        return new PackedPlugin(id, protocols.stream().<Class<? extends Protocol>>map(Protocol::getClass).toList());
    }

    /// {@return the name of its class loader, the first time that it is loaded}
    String loader() {
        return id + "@1#1";
    }

    /// {@return whether a class may be a provider of a jar at all}
    static boolean canProvide(Class<? extends Protocol> type) {
        return Modifier.isPublic(type.getModifiers())
                && Arrays.stream(type.getConstructors()).anyMatch(constructor -> constructor.getParameterCount() == 0);
    }

    /// {@return its jar in a folder}
    Path jar(Path folder) {
        return folder.resolve(id + ".jar");
    }

    /// Writes the jar into a folder.
    void writeTo(Path folder) throws IOException {
        Set<Path> places = providers.stream().map(PackedPlugin::place).collect(Collectors.toCollection(LinkedHashSet::new));
        // The manifest and the names of the providers are ours.
        Map<String, byte[]> entries = new TreeMap<>();
        for (Path place : places) {
            entries.putAll(Files.isDirectory(place) ? entriesOfFolder(place) : entriesOfJar(place));
        }
        entries.remove(JarFile.MANIFEST_NAME);
        entries.put(SERVICE_FILE, providers.stream().map(Class::getName).collect(Collectors.joining("\n")).getBytes(UTF_8));
        try (OutputStream file = Files.newOutputStream(jar(folder));
                JarOutputStream output = new JarOutputStream(file, manifest(places))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                output.putNextEntry(new JarEntry(entry.getKey()));
                output.write(entry.getValue());
                output.closeEntry();
            }
        }
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(type + " comes from no file", e);
        }
    }

    private Manifest manifest(Set<Path> packed) {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath())
                .filter(entry -> !packed.contains(entry) && Files.exists(entry))
                .map(entry -> entry.toUri().toString())
                .collect(Collectors.joining(" "));
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.CLASS_PATH, classPath);
        attributes.putValue("Plugin-Id", id);
        attributes.putValue("Plugin-Version", "1");
        attributes.putValue("Plugin-Api", ApiLevel.CURRENT.toString());
        return manifest;
    }

    private static Map<String, byte[]> entriesOfFolder(Path folder) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.put(folder.relativize(file).toString().replace(File.separatorChar, '/'), Files.readAllBytes(file));
            }
        }
        return entries;
    }

    private static Map<String, byte[]> entriesOfJar(Path jar) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream().filter(each -> !each.isDirectory()).toList()) {
                entries.put(entry.getName(), file.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }
}
