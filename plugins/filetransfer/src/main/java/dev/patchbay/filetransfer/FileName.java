package dev.patchbay.filetransfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// The name of a file, which stays one wherever it is used: one component of a path, on every system, that leads nowhere else and
/// is what it seems.
///
/// @param text its characters, in Unicode's composed form, NFC: the forms in which one name can be written are one name here
record FileName(String text) implements Comparable<FileName> {

    private static final int MAX_BYTES = 255;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
    private static final int ZERO_WIDTH_JOINER = 0x200d;

    /// On Windows these are devices in every folder, in any case and with any extension.
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9¹²³])\\s*(\\..*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /// @throws Refusal if it could be anything else than a file of the folder it is used in; the message says why
    FileName {
        text = Normalizer.normalize(text, Normalizer.Form.NFC);
        refuseIf(text.isEmpty(), "a file needs a name");
        refuseIf(text.startsWith("."), "a name does not begin with a dot");
        refuseIf(text.chars().anyMatch(c -> c == '/' || c == '\\' || c == ':'), "a name has no '/', '\\' or ':'");
        refuseIf(text.chars().anyMatch(Character::isISOControl), "a name has no control characters");
        refuseIf(text.codePoints().anyMatch(FileName::hides), "a name has no characters that turn the writing or are not seen");
        // What stands for bytes that were not UTF-8 would let two names become one.
        refuseIf(text.indexOf('\uFFFD') >= 0, "a name is UTF-8");
        // Windows drops them, so two names would be one file.
        refuseIf(text.endsWith(".") || text.endsWith(" "), "a name does not end with a dot or a space");
        refuseIf(DEVICE.matcher(text).matches(), "the name is that of a device on some systems");
        refuseIf(text.getBytes(UTF_8).length > MAX_BYTES, "a name has at most " + MAX_BYTES + " bytes in UTF-8");
    }

    /// Whether a character makes a name look like another, or like two lines. The two joiners do not count: some languages need them.
    private static boolean hides(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT -> character != ZERO_WIDTH_NON_JOINER && character != ZERO_WIDTH_JOINER;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static void refuseIf(boolean wrong, String rule) {
        if (wrong) {
            throw new Refusal(rule);
        }
    }

    /// {@return whether a text can be the name of a file}
    static boolean fits(String text) {
        try {
            return !new FileName(text).text.isEmpty();
        } catch (Refusal e) {
            return false;
        }
    }

    /// {@return whether the name of a file in a folder can be this one on a system that tells neither upper from lower case nor one form
    /// of a letter from another}
    ///
    /// @param other any name that a system has
    boolean isElsewhere(String other) {
        return folded(text).equals(folded(other));
    }

    /// Both ways, because letters such as the long s are upper case of one kind and lower case of two.
    private static String folded(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        return Normalizer.normalize(composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    /// {@return the path of the file in a folder}
    ///
    /// @throws Refusal if the system cannot hold such a name
    Path in(Path folder) {
        try {
            return folder.resolve(text);
        } catch (InvalidPathException e) {
            throw new Refusal("the system that keeps the files cannot hold this name");
        }
    }

    @Override
    public int compareTo(FileName other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
