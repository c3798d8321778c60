package dev.patchbay.api;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What has become of an api, from the lines of its [ApiSurface] before and now.
///
/// @param broken what plugins cannot cope with, as it stands in the difference: `- ` before a line that is gone, `+ ` before a method
///               that those who implement its type do not have
/// @param added  lines that are new and break nothing, without any mark
record ApiComparison(List<String> broken, List<String> added) {

    private static final Pattern ABSTRACT = Pattern.compile("([^#]+)#.*\\) abstract .*");

    static ApiComparison of(Collection<String> before, Collection<String> now) {
        List<String> gone = before.stream().filter(line -> !now.contains(line)).toList();
        List<String> added = now.stream().filter(line -> !before.contains(line)).toList();
        Set<String> implemented = before.stream()
                .filter(line -> line.endsWith(" implemented by PLUGIN"))
                .map(line -> line.split("[ <]", 2)[0])
                .collect(Collectors.toSet());
        List<String> owed = added.stream().filter(line -> isOwedBy(implemented, line)).toList();
        return new ApiComparison(
                Stream.concat(gone.stream().map(line -> "- " + line), owed.stream().map(line -> "+ " + line)).toList(),
                added.stream().filter(line -> !owed.contains(line)).toList());
    }

    private static boolean isOwedBy(Set<String> implemented, String line) {
        Matcher matcher = ABSTRACT.matcher(line);
        return matcher.matches() && implemented.contains(matcher.group(1));
    }

    /// {@return the same without what is allowed to be broken}
    ApiComparison allowing(Collection<String> deviations) {
        return new ApiComparison(broken.stream().filter(line -> !deviations.contains(line)).toList(), added);
    }

    /// {@return the difference, a line for each, what replaces a line right behind it}
    String difference() {
        return Stream.concat(broken.stream(), added.stream().map(line -> "+ " + line))
                .sorted(Comparator.comparing(line -> line.substring(2)))
                .collect(Collectors.joining("\n"));
    }
}
