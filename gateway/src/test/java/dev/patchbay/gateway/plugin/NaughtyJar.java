package dev.patchbay.gateway.plugin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// A jar that cannot be used: how it comes into the folder, and what the table must say of it.
///
/// @param what    what is wrong with it
/// @param reason  the reason in the table
/// @param message a part of the message in the table
/// @param drop    puts it into the plugin folder
public record NaughtyJar(String what, Reason reason, String message, Drop drop) {

    /// The row of the table is found by this name.
    public static final String NAME = "naughty.jar";

    private static final String CLASS = "test.naughty.NaughtyProtocol";
    private static final String INFO = "return ProtocolInfo.of(\"naughty\", \"1.0\");";
    private static final String OPEN = "return StreamService.of(peer -> {});";

    /// Puts a jar into a folder.
    public interface Drop {
        void into(Path folder) throws Exception;
    }

    public static List<NaughtyJar> all() {
        return List.of(
                new NaughtyJar("no zip at all", Reason.CORRUPT_JAR, "cannot be opened as a jar", bytes(new byte[] {'n', 'o'})),
                new NaughtyJar("an empty file", Reason.CORRUPT_JAR, "naughty.jar", bytes(new byte[0])),
                new NaughtyJar("half a jar", Reason.CORRUPT_JAR, "cannot be opened as a jar", bytes(half(PluginJar.working("naughty")))),
                new NaughtyJar("a folder without jars", Reason.NO_JAR, "folder naughty.jar",
                        folder -> Files.createDirectory(folder.resolve(NAME))),
                new NaughtyJar("a link to nothing", Reason.NOT_READABLE, "not a file that can be read",
                        folder -> Files.createSymbolicLink(folder.resolve(NAME), folder.resolve("gone"))),
                jar("no manifest entries", Reason.NO_MANIFEST_ID, "no Plugin-Id", PluginJar.empty().protocol(CLASS, "naughty")),
                jar("a bad id", Reason.BAD_ID, "'Naughty Plugin'", working().manifest("Plugin-Id", "Naughty Plugin")),
                jar("an id that is a path", Reason.BAD_ID, "'../naughty'", working().manifest("Plugin-Id", "../naughty")),
                jar("a reserved id", Reason.BAD_ID, "reserved", working().manifest("Plugin-Id", "lobby")),
                jar("no version", Reason.BAD_VERSION, "no Plugin-Version", working().manifest("Plugin-Version", " ")),
                jar("a version that is a path", Reason.BAD_VERSION, "'1/2'", working().manifest("Plugin-Version", "1/2")),
                jar("no api level", Reason.BAD_API, "no Plugin-Api", working().manifest("Plugin-Api", "")),
                jar("an api level in words", Reason.BAD_API, "'newest'", working().manifest("Plugin-Api", "newest")),
                jar("a newer minor api", Reason.API_TOO_NEW, "needs api 1.9999", working().manifest("Plugin-Api", "1.9999")),
                jar("a newer major api", Reason.API_TOO_NEW, "needs api 9999.0", working().manifest("Plugin-Api", "9999.0")),
                jar("an older major api", Reason.API_TOO_OLD, "against api 0.9", working().manifest("Plugin-Api", "0.9")),
                jar("a newer api, and a class that cannot be loaded", Reason.API_TOO_NEW, "needs api 1.9999", PluginJar.named("naughty")
                        .manifest("Plugin-Api", "1.9999").provider(CLASS).entry("test/naughty/NaughtyProtocol.class", "not a class")),
                jar("the id of another jar", Reason.DUPLICATE_ID, "good.jar", working().manifest("Plugin-Id", "good")),
                jar("the protocol of another jar", Reason.DUPLICATE_PROTOCOL, "good.jar",
                        PluginJar.named("naughty").protocol(CLASS, "GOOD")),
                jar("no provider", Reason.NO_PROVIDER, "no class is named", PluginJar.named("naughty")),
                jar("only comments as providers", Reason.NO_PROVIDER, "no class is named",
                        PluginJar.named("naughty").provider("# " + CLASS)),
                jar("a provider that is not there", Reason.PROVIDER_MISSING, CLASS, PluginJar.named("naughty").provider(CLASS)),
                jar("a provider of another type", Reason.NOT_A_PROVIDER, "does not implement",
                        PluginJar.named("naughty").provider(CLASS).source(CLASS, "package test.naughty; public class NaughtyProtocol {}")),
                jar("a provider of the JDK's", Reason.NOT_A_PROVIDER, "java.lang.String",
                        PluginJar.named("naughty").provider("java.lang.String")),
                jar("a hidden constructor", Reason.NOT_A_PROVIDER, CLASS, provider("private NaughtyProtocol() {}", INFO)),
                jar("a newer Java", Reason.JAVA_TOO_OLD, "needs Java 955, and this is Java ",
                        working().compiled().classVersion(CLASS, 999)),
                jar("a missing superclass", Reason.NOT_LINKABLE, "Base", inherited().compiled().without("test.naughty.Base")),
                jar("a superclass of a newer Java", Reason.JAVA_TOO_OLD, "test/naughty/Base needs Java 955",
                        inherited().compiled().classVersion("test.naughty.Base", 999)),
                jar("a class that is no class", Reason.NOT_LINKABLE, CLASS,
                        PluginJar.named("naughty").provider(CLASS).entry("test/naughty/NaughtyProtocol.class", "not a class")),
                jar("a class in a package of Java's", Reason.NOT_LINKABLE, "java.evil",
                        PluginJar.named("naughty").provider("java.evil.Naughty").entry("java/evil/Naughty.class", "not looked at")),
                jar("a missing library", Reason.NOT_LINKABLE, "Library", provider("final Library library = new Library();", INFO)
                        .source("test.naughty.Library", "package test.naughty; class Library {}")
                        .compiled().without("test.naughty.Library")),
                jar("a constructor that throws", Reason.CONSTRUCTOR_THREW, "no licence",
                        provider("public NaughtyProtocol() { throw new IllegalStateException(\"no\\nlicence\"); }", INFO)),
                jar("a constructor that throws an error", Reason.CONSTRUCTOR_THREW, "AssertionError",
                        provider("public NaughtyProtocol() { throw new AssertionError(); }", INFO)),
                jar("an endless recursion", Reason.CONSTRUCTOR_THREW, "StackOverflowError",
                        provider("public NaughtyProtocol() { info(); }", "return info();")),
                jar("an exception that cannot be shown", Reason.CONSTRUCTOR_THREW, "Shy", provider("""
                        public NaughtyProtocol() { throw new Shy(); }
                        static class Shy extends RuntimeException { public String getMessage() { throw new Shy(); } }
                        """, INFO)),
                jar("a static initialiser that throws an error", Reason.CONSTRUCTOR_THREW, "too early",
                        provider("static final int N = fail(); static int fail() { throw new AssertionError(\"too early\"); }", INFO)),
                jar("a static initialiser that throws an exception", Reason.CONSTRUCTOR_THREW, "(ArithmeticException: / by zero)",
                        provider("static int zero; static final int N = 1 / zero;", INFO)),
                jar("an info that throws", Reason.BAD_INFO, "not yet", provider("", "throw new IllegalStateException(\"not yet\");")),
                jar("no info", Reason.BAD_INFO, "returns null", provider("", "return null;")),
                jar("a protocol id with a space", Reason.BAD_INFO, "'my chat'",
                        provider("", "return ProtocolInfo.of(\"my chat\", \"1\");")),
                jar("a reserved protocol id", Reason.BAD_INFO, "reserved", provider("", "return ProtocolInfo.of(\"Lobby\", \"1\");")),
                jar("a banner too long", Reason.BAD_INFO, "not 10000", describing(".banner(\"x\".repeat(10000))")),
                jar("no banner", Reason.BAD_INFO, "not 0", describing(".banner(\"\")")),
                jar("a banner of half a character", Reason.BAD_INFO, "not text", describing(".banner(\"\\ud800\")")),
                jar("null as banner", Reason.BAD_INFO, "NullPointerException", describing(".banner(null)")),
                jar("a summary of two lines", Reason.BAD_INFO, "summary", describing(".summary(\"a\\nb\")")),
                jar("an option that every listener has", Reason.BAD_OPTIONS, "'port'",
                        describing(".options(Option.flag(\"port\", true, \"\"))")),
                jar("an option twice", Reason.BAD_INFO, "'size'",
                        describing(".options(Option.text(\"size\", \"\", \"\"), Option.text(\"size\", \"\", \"\"))")));
    }

    private static NaughtyJar jar(String what, Reason reason, String message, PluginJar jar) {
        return new NaughtyJar(what, reason, message, folder -> jar.writeTo(folder.resolve(NAME)));
    }

    private static Drop bytes(byte[] bytes) {
        return folder -> PluginJar.write(folder.resolve(NAME), bytes);
    }

    private static byte[] half(PluginJar jar) {
        byte[] bytes = jar.bytes();
        return Arrays.copyOf(bytes, bytes.length / 2);
    }

    private static PluginJar working() {
        return PluginJar.named("naughty").protocol(CLASS, "naughty");
    }

    private static PluginJar provider(String members, String info) {
        return PluginJar.named("naughty").provider(CLASS, members, info, OPEN);
    }

    /// A protocol whose info has this call in its chain.
    private static PluginJar describing(String call) {
        return provider("", INFO.replace(";", call + ";"));
    }

    private static PluginJar inherited() {
        return PluginJar.named("naughty")
                .provider(CLASS)
                .source("test.naughty.Base", """
                        package test.naughty;
                        import dev.patchbay.api.*;
                        abstract class Base implements Protocol {
                            public ProtocolInfo info() { return ProtocolInfo.of("naughty", "1.0"); }
                        }
                        """)
                .source(CLASS, """
                        package test.naughty;
                        import dev.patchbay.api.*;
                        public class NaughtyProtocol extends Base {
                            public Service open(ServiceContext context) { return StreamService.of(peer -> {}); }
                        }
                        """);
    }

    @Override
    public String toString() {
        return what;
    }
}
