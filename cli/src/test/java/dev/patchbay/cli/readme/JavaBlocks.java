package dev.patchbay.cli.readme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.cli.Distribution;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Compiles the Java of a document, where a warning is an error: what is no test against the api alone, then the tests.
///
/// A block is a file of its own if it has a type at the beginning of a line. Otherwise it is members of a class, or statements, for which
/// the packages of the api are imported; statements find what they are given: `context`, `peer` and `client`, or `server` in a test.
final class JavaBlocks {

    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
    private static final Pattern TYPE =
            Pattern.compile("^(?:public |final |sealed |abstract )*(?:class|interface|record|enum) (\\w+)", Pattern.MULTILINE);
    private static final Pattern MEMBER = Pattern.compile("^(?:@|///|public |private |protected |static )");

    private static final String IMPORTS = "import dev.patchbay.api.*; import dev.patchbay.api.client.*; import dev.patchbay.api.journal.*; "
            + "import dev.patchbay.api.load.*; import dev.patchbay.api.wire.*; import java.nio.*; import java.nio.channels.*; "
            + "import java.nio.file.*; import java.time.*; import java.util.*; import java.util.concurrent.*; ";
    private static final String TEST_IMPORTS =
            "import dev.patchbay.testkit.*; import org.junit.jupiter.api.*; import static org.assertj.core.api.Assertions.*; ";
    private static final String GIVEN = "ServiceContext context; Connection peer; ClientContext client; ";
    private static final String GIVEN_TO_TESTS = "ProtocolServer server; ";

    private final List<Block> blocks;
    private final String packageName;

    private JavaBlocks(List<Block> blocks) {
        this.blocks = blocks;
        packageName = blocks.stream().flatMap(block -> first(PACKAGE, block.text()).stream()).findFirst().orElse("example");
    }

    /// @param blocks  the Java of one document
    /// @param classes a folder for what becomes of it
    static void compile(List<Block> blocks, Path classes) throws IOException {
        JavaBlocks document = new JavaBlocks(blocks);
        document.compile(block -> !isTest(block), api().toString(), classes);
        document.compile(JavaBlocks::isTest, classes + ":" + System.getProperty("java.class.path"), classes);
    }

    private static boolean isTest(Block block) {
        boolean ofTheTestKit = block.document().toString().contains("testkit") && first(TYPE, block.text()).isEmpty();
        return ofTheTestKit || block.text().contains("dev.patchbay.testkit");
    }

    private static Path api() throws IOException {
        try (Stream<Path> jars = Files.list(Distribution.home().resolve("lib"))) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith("patchbay-api-")).findFirst().orElseThrow();
        }
    }

    private void compile(Predicate<Block> which, String classPath, Path classes) throws IOException {
        List<JavaFileObject> sources = blocks.stream().filter(which).map(this::source).toList();
        if (sources.isEmpty()) {
            return;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8)) {
            List<String> options = List.of("-Xlint:all", "-Werror", "-proc:none", "-cp", classPath, "-d", classes.toString());
            StringWriter said = new StringWriter();
            boolean compiled = compiler.getTask(said, files, null, options, null, sources).call();
            assertThat(compiled).as(said::toString).isTrue();
        }
    }

    /// The source of a block, whose lines have the numbers that they have in the document.
    private JavaFileObject source(Block block) {
        Optional<String> type = first(TYPE, block.text());
        String name = type.orElse("Block" + block.line());
        String above = "\n".repeat(block.line() - (type.isPresent() ? 0 : 1));
        return new Source(block, name, above + (type.isPresent() ? file(block) : fragment(block, name)));
    }

    private String file(Block block) {
        return first(PACKAGE, block.text()).isPresent() ? block.text() : "package " + packageName + "; " + imports(block) + block.text();
    }

    private String fragment(Block block, String name) {
        String above = "package " + packageName + "; " + imports(block) + "class " + name + " { ";
        return MEMBER.matcher(block.text()).find()
                ? above + "\n" + block.text() + "}\n"
                : above + (isTest(block) ? GIVEN_TO_TESTS : GIVEN) + "void block() throws Exception {\n" + block.text() + "}}\n";
    }

    private static String imports(Block block) {
        return IMPORTS + (isTest(block) ? TEST_IMPORTS : "");
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static final class Source extends SimpleJavaFileObject {

        private final Block block;
        private final String text;

        Source(Block block, String name, String text) {
            super(URI.create("block:///" + name + ".java"), Kind.SOURCE);
            this.block = block;
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        @Override
        public String getName() {
            return block.document().toString();
        }
    }
}
