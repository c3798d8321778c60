package dev.patchbay.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What the recorded lines say, and what a change of them means.
class ApiComparisonTest {

    private static final List<String> BEFORE = List.of(
            "Protocol interface since 1.0 implemented by PLUGIN",
            "Protocol#info() abstract ProtocolInfo",
            "ServiceContext interface since 1.0 implemented by HOST");

    @Test
    void anApiThatStaysTheSameBreaksNothingAndAddsNothing() {
        assertThat(ApiComparison.of(BEFORE, BEFORE)).isEqualTo(new ApiComparison(List.of(), List.of()));
    }

    @Test
    void whatIsGoneOrChangedIsBroken() {
        List<String> now = List.of(BEFORE.get(0), "Protocol#info() default ProtocolInfo", BEFORE.get(2));

        ApiComparison comparison = ApiComparison.of(BEFORE, now);

        assertThat(comparison.broken()).containsExactly("- Protocol#info() abstract ProtocolInfo");
        assertThat(comparison.difference())
                .isEqualTo("- Protocol#info() abstract ProtocolInfo\n+ Protocol#info() default ProtocolInfo");
    }

    @Test
    void anAbstractMethodIsBrokenWherePluginsImplementTheTypeAndAddedWhereTheHostDoes() {
        ApiComparison comparison = compareWith("Protocol#more() abstract int", "ServiceContext#more() abstract int");

        assertThat(comparison.broken()).containsExactly("+ Protocol#more() abstract int");
        assertThat(comparison.added()).containsExactly("ServiceContext#more() abstract int");
    }

    @Test
    void defaultMethodsAndNewTypesAreAdded() {
        ApiComparison comparison = compareWith(
                "Protocol#more() default int", "Other interface since 1.1 implemented by PLUGIN", "Other#run() abstract void");

        assertThat(comparison.broken()).isEmpty();
        assertThat(comparison.added()).hasSize(3);
    }

    @Test
    void whatIsAllowedIsNotBrokenAnyMore() {
        ApiComparison comparison = ApiComparison.of(BEFORE, BEFORE.subList(0, 1));

        assertThat(comparison.allowing(List.of("- Protocol#info() abstract ProtocolInfo")).broken())
                .containsExactly("- ServiceContext interface since 1.0 implemented by HOST");
    }

    @Test
    void theSurfaceHasWhatPluginsCanSeeAndNothingElse() {
        assertThat(ApiSurface.of(Stream.of(Sample.class)).stream().map(line -> line.replace("ApiComparisonTest.", ""))).containsExactly(
                "Sample#LIMIT static int = 5",
                "Sample#compareTo(Sample<T>) int",
                "Sample#named(String...) static <X> java.util.List<? extends @Nullable X>",
                "Sample#new(int)",
                "Sample#open(@Nullable T) protected abstract void throws java.io.IOException",
                "Sample<T extends Number> abstract class is Comparable<Sample<T>>");
    }

    abstract static class Sample<T extends Number> implements Comparable<Sample<T>> {

        public static final int LIMIT = 5;
        static final int HIDDEN = 6;

        public Sample(int size) {}

        Sample() {}

        protected abstract void open(@Nullable T value) throws IOException;

        public static <X> List<? extends @Nullable X> named(String... names) {
            return List.of();
        }

        @Override
        public int compareTo(Sample<T> other) {
            return 0;
        }

        @Override
        public String toString() {
            return "";
        }
    }

    private static ApiComparison compareWith(String... lines) {
        return ApiComparison.of(BEFORE, Stream.concat(BEFORE.stream(), Stream.of(lines)).toList());
    }
}
