package dev.patchbay.gateway.text;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts that peers send to steer the terminal, the log or the eye of whoever reads them.
@Retention(RetentionPolicy.RUNTIME)
@ValueSource(strings = {
    "\u001b[2J\u001b[H", // clears the screen
    "\u001b]0;title\u0007", // sets the title of the window
    "\u001b]52;c;cm0gLXJmIH4K\u0007", // writes the clipboard
    "\u001b[6n", // makes the terminal type an answer
    "\u001b]8;;http://evil.example\u001b\\click\u001b]8;;\u001b\\", // a link that shows another text
    "\u001bP+q544e\u001b\\", // asks for terminal capabilities
    "\u009b31m\u0090\u009d\u009c", // the same introducers in one byte each
    "\u001b(0\u000e", // draws lines in place of letters
    "harmless\r\u001b[Kroot#", // replaces its own line
    "ok\n2026-01-01 ERROR forged line", // forges a line of a log
    "ok\u0085forged\u2028forged\u2029forged", // the line ends of Unicode
    "\u0000\u0001\u0007\u0008\u000b\u000c\u007f",
    "\u202etxt.exe\u202c \u2066\u2067\u2068\u2069\u200e\u200f\u061c", // turns the direction of writing
    "\ud800 \udfff \ud83d", // halves of pairs
    "tab\tand \u001b\u001b\u001b"
})
@interface HostileTexts {}
