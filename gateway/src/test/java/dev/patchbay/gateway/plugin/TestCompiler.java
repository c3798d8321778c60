package dev.patchbay.gateway.plugin;

import dev.patchbay.api.Protocol;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Compiles in memory, against the api alone.
final class TestCompiler {

    private TestCompiler() {}

    /// {@return the class files by their names in a jar}
    ///
    /// @param sources the sources by class name
    static Map<String, byte[]> compile(Map<String, String> sources) {
        if (sources.isEmpty()) {
            return Map.of();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        ClassFiles classFiles = new ClassFiles(files);
        StringWriter messages = new StringWriter();
        List<Source> units = sources.entrySet().stream().map(source -> new Source(source.getKey(), source.getValue())).toList();
        List<String> options = List.of("-classpath", apiPath(), "-proc:none");
        if (!compiler.getTask(messages, classFiles, null, options, null, units).call()) {
            throw new IllegalArgumentException(messages.toString());
        }
        Map<String, byte[]> entries = new TreeMap<>();
        classFiles.written.forEach((name, bytes) -> entries.put(name.replace('.', '/') + ".class", bytes.toByteArray()));
        return entries;
    }

    private static String apiPath() {
        try {
            return Path.of(Protocol.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String className, String text) {
            super(URI.create("memory:///" + className.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class ClassFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {

        private final Map<String, ByteArrayOutputStream> written = new TreeMap<>();

        ClassFiles(StandardJavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + className.replace('.', '/')), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    written.put(className, bytes);
                    return bytes;
                }
            };
        }
    }
}
