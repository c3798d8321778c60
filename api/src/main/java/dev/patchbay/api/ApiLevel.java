package dev.patchbay.api;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The level of this api. A host of level 1.3 loads plugins compiled against 1.0 to 1.3; it refuses 1.4 and 2.0 before it
/// loads a class of them.
///
/// @param major changes when a plugin must be changed to go on working
/// @param minor changes when something is added
@Stable(since = "1.0")
public record ApiLevel(int major, int minor) {

    /// The level of this jar.
    public static final ApiLevel CURRENT = new ApiLevel(1, 1);

    private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})");

    /// {@return the level that `text` names, such as `1.0`, or nothing if it has another form}
    public static Optional<ApiLevel> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new ApiLevel(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /// {@return whether a host of this level can run a plugin compiled against `plugin`}
    public boolean runs(ApiLevel plugin) {
        return plugin.major == major && plugin.minor <= minor;
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
