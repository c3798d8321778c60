package dev.patchbay.calc;

import dev.patchbay.api.client.Console;
import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Style;

/// An answer in text, which is a value or an error.
final class Answer {

    private static final String ERROR = "error: ";

    private Answer() {}

    /// {@return the answer to a request that has no value}
    static String error(String fault) {
        return ERROR + fault;
    }

    /// Prints the value to the user.
    ///
    /// @throws IllegalArgumentException if there is none, with the server's words
    static void print(String answer, Console console) {
        if (answer.startsWith(ERROR)) {
            throw new IllegalArgumentException(answer.substring(ERROR.length()));
        }
        console.print(Item.of("value").with("value", answer, Style.STRONG));
    }
}
