package dev.patchbay.gateway.text;

/// Decides of the characters of one text, in their order, which are printed as they are.
///
/// Stopped are controls (C0, DEL, C1), separators of lines, halves of surrogate pairs, noncharacters, and the format characters of
/// Unicode: they turn the direction of writing, or hide. Two of those are needed, the joiners of Persian, Hindi and emoji; and the
/// Arabic and Syriac signs among them are visible. Of marks that stand on a letter no more than a few are let through, since
/// terminals stack them over the lines above. Unassigned and private characters pass: a newer Unicode may know them.
final class Screening {

    /// No script needs as many; Unicode Standard Annex 15 calls up to 30 usual.
    private static final int MOST_MARKS = 10;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
    private static final int ZERO_WIDTH_JOINER = 0x200d;

    private int marks;

    /// {@return whether the next character of the text may be printed}
    boolean admits(int character) {
        if (character < 0x7f) {
            marks = 0;
            return character >= ' ';
        }
        marks = isMark(character) ? marks + 1 : 0;
        return marks <= MOST_MARKS && isHarmless(character);
    }

    private static boolean isMark(int character) {
        return isJoiner(character) || switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isHarmless(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> false;
            case Character.FORMAT -> isJoiner(character) || isVisibleSign(character);
            case Character.UNASSIGNED -> !isNoncharacter(character) && !isReservedForHiding(character);
            default -> true;
        };
    }

    private static boolean isJoiner(int character) {
        return character == ZERO_WIDTH_NON_JOINER || character == ZERO_WIDTH_JOINER;
    }

    /// The property Prepended_Concatenation_Mark of Unicode, and the Syriac abbreviation mark, below the first other one.
    private static boolean isVisibleSign(int character) {
        return (character >= 0x0600 && character <= 0x08e2 && character != 0x061c) || character == 0x110bd || character == 0x110cd;
    }

    /// What will never be seen, whatever it becomes: unassigned, with the property Default_Ignorable_Code_Point of Unicode.
    private static boolean isReservedForHiding(int character) {
        return character == 0x2065
                || (character >= 0xfff0 && character <= 0xfff8)
                || (character >= 0xe0000 && character <= 0xe0fff);
    }

    private static boolean isNoncharacter(int character) {
        return (character & 0xfffe) == 0xfffe || (character >= 0xfdd0 && character <= 0xfdef);
    }
}
