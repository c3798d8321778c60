package dev.patchbay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The files that a new plugin begins with. They are those of the Maven archetype, taken out of its jar, with what little of
/// the archetype's language they need.
///
/// @param maven the Maven repository of the distribution: where the template is, and where a plugin's build finds Patchbay
record PluginTemplate(Path maven) {

    private static final String FILES = "archetype-resources/";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern NAME_PART = Pattern.compile("__(\\w+?)__");
    private static final Pattern SOURCES = Pattern.compile("(src/(?:main|test)/)(java|kotlin)/(.+)");

    /// {@return the content of each file of a plugin, by its path in the plugin's folder}
    SortedMap<String, String> files(PluginDraft draft) throws IOException {
        Map<String, String> variables = new HashMap<>(draft.variables());
        // A name of a folder may have what means something in XML.
        variables.put("repository", maven.toUri().toString().replace("&", "&amp;"));
        SortedMap<String, String> files = new TreeMap<>();
        try (ZipFile template = new ZipFile(jar().toFile())) {
            for (ZipEntry entry : template.stream().filter(entry -> entry.getName().startsWith(FILES) && !entry.isDirectory()).toList()) {
                String path = path(entry.getName().substring(FILES.length()), draft, variables);
                if (!path.isEmpty()) {
                    String content = new String(template.getInputStream(entry).readAllBytes(), UTF_8);
                    files.put(path, replaced(VARIABLE, content, variables));
                }
            }
        }
        return files;
    }

    private Path jar() throws IOException {
        Path folder = maven.resolve("dev/patchbay/patchbay-plugin-archetype");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                return files.filter(file -> file.toString().endsWith(".jar")).sorted().findFirst().orElseThrow(() -> missing(folder));
            }
        }
        throw missing(folder);
    }

    private static FileNotFoundException missing(Path folder) {
        return new FileNotFoundException("there is no template in " + folder + ": unpack the distribution anew");
    }

    /// Where a file of the template goes; empty if it is one of the other language.
    private static String path(String template, PluginDraft draft, Map<String, String> variables) {
        Matcher sources = SOURCES.matcher(template);
        if (!sources.matches()) {
            return template;
        }
        String packages = draft.packageName().replace('.', '/');
        return sources.group(2).equals(draft.language())
                ? sources.group(1) + sources.group(2) + "/" + packages + "/" + replaced(NAME_PART, sources.group(3), variables)
                : "";
    }

    /// What is none of our variables stays as it is.
    private static String replaced(Pattern pattern, String text, Map<String, String> variables) {
        return pattern.matcher(text).replaceAll(match -> Matcher.quoteReplacement(variables.getOrDefault(match.group(1), match.group())));
    }
}
