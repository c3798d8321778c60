package dev.patchbay.guess;

import java.util.random.RandomGenerator;

/// The numbers that the secret may be; none if the lowest is more than the highest.
///
/// @param lowest  of 32 bits, or one more
/// @param highest of 32 bits, or one less
record Interval(long lowest, long highest) {

    boolean isEmpty() {
        return lowest > highest;
    }

    /// {@return one of the numbers, each as likely as the others}
    int any(RandomGenerator random) {
        return Math.toIntExact(random.nextLong(lowest, highest + 1));
    }

    /// {@return what is left of it when a guess was answered with yes or no}
    Interval after(Guess guess, boolean yes) {
        long number = guess.number();
        return switch (guess.relation()) {
            case LESS -> yes ? atMost(number - 1) : atLeast(number);
            case GREATER -> yes ? atLeast(number + 1) : atMost(number);
            case EQUAL -> yes ? atLeast(number).atMost(number) : this;
        };
    }

    private Interval atLeast(long number) {
        return new Interval(Math.max(lowest, number), highest);
    }

    private Interval atMost(long number) {
        return new Interval(lowest, Math.min(highest, number));
    }

    /// {@return the guess that halves it, or names its last number}
    Guess next() {
        int middle = Math.toIntExact(Math.floorDiv(lowest + highest, 2));
        return new Guess(lowest == highest ? Relation.EQUAL : Relation.GREATER, middle);
    }

    @Override
    public String toString() {
        return lowest + ".." + highest;
    }
}
