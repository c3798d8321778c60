package dev.patchbay.gateway.text;

import java.lang.Character.UnicodeBlock;
import java.util.Set;

/// How many columns of a terminal a text takes: near enough to align a table, without a terminal library.
final class TextWidth {

    private static final Set<UnicodeBlock> WIDE = Set.of(
            UnicodeBlock.HIRAGANA,
            UnicodeBlock.KATAKANA,
            UnicodeBlock.HANGUL_SYLLABLES,
            UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION,
            UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS);

    private TextWidth() {}

    static int of(String text) {
        return text.codePoints().map(TextWidth::of).sum();
    }

    private static int of(int character) {
        if (character < 0x300) {
            return 1;
        }
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> wide(character) ? 2 : 1;
        };
    }

    private static boolean wide(int character) {
        UnicodeBlock block = UnicodeBlock.of(character);
        return Character.isIdeographic(character)
                || Character.isEmojiPresentation(character)
                // Between the blocks are characters that no block has yet.
                || (block != null && WIDE.contains(block));
    }
}
