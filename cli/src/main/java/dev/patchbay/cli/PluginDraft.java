package dev.patchbay.cli;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/// What a new plugin is called, and in which language it is written.
///
/// @param name        of the plugin, its protocol and its folder
/// @param language    a folder of the template
/// @param packageName of its classes
record PluginDraft(String name, String language, String packageName) {

    static final List<String> LANGUAGES = List.of("java", "kotlin");

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST_NAME = 40;

    /// What is a keyword in Kotlin and none in Java.
    private static final Set<String> KOTLIN = Set.of("as", "fun", "in", "is", "object", "typealias", "typeof", "val", "when");

    PluginDraft {
        if (!NAME.matcher(name).matches() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a plugin's name has lower-case letters, digits and single hyphens, begins with a letter and has at most "
                    + LONGEST_NAME + " of them, such as shout or shout-box, not '" + name + "'");
        }
        if (!LANGUAGES.contains(language)) {
            throw new IllegalArgumentException("--language takes " + String.join(" or ", LANGUAGES) + ", not '" + language + "'");
        }
        if (!isPackage(packageName)) {
            throw new IllegalArgumentException("'" + packageName + "' is no name for a package: say one with --package, such as com.example.shout");
        }
    }

    static PluginDraft of(String name, Optional<String> language, Optional<String> packageName) {
        return new PluginDraft(name, language.orElse("java"), packageName.orElseGet(() -> "example." + name.replace("-", "")));
    }

    private static boolean isPackage(String name) {
        return SourceVersion.isName(name) && name.chars().allMatch(c -> c < 128) && Stream.of(name.split("\\.")).noneMatch(KOTLIN::contains);
    }

    /// {@return what its classes begin with: ShoutBox for shout-box}
    String className() {
        return Stream.of(name.split("-")).map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1)).collect(joining());
    }

    /// {@return the variables of the template}
    Map<String, String> variables() {
        return Map.of("groupId", packageName, "artifactId", name, "version", "1.0", "package", packageName, "className", className());
    }
}
