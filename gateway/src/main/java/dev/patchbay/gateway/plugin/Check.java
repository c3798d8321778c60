package dev.patchbay.gateway.plugin;

import java.util.function.Function;

/// How one step of loading ended: a value for the next step, or the problem that ends the sequence.
sealed interface Check<T> {

    /// The step went well.
    record Passed<T>(T value) implements Check<T> {}

    /// The step did not.
    record Failed<T>(Problem problem) implements Check<T> {}

    static <T> Check<T> passed(T value) {
        return new Passed<>(value);
    }

    static <T> Check<T> failed(Reason reason, String message) {
        return new Failed<>(new Problem(reason, message));
    }

    /// {@return how the next step ended, or this problem if there is no next step to take}
    default <R> Check<R> then(Function<? super T, Check<R>> next) {
        return switch (this) {
            case Passed<T>(T value) -> next.apply(value);
            case Failed<T>(Problem problem) -> new Failed<>(problem);
        };
    }
}
