package dev.patchbay.guess;

import java.util.Arrays;
import java.util.Optional;

/// What a guess claims of the secret and its number.
enum Relation {
    LESS('<'),
    GREATER('>'),
    EQUAL('=');

    private final char operator;

    Relation(char operator) {
        this.operator = operator;
    }

    char operator() {
        return operator;
    }

    static Optional<Relation> of(char operator) {
        return Arrays.stream(values()).filter(relation -> relation.operator == operator).findFirst();
    }
}
