package dev.patchbay.api;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.patchbay.api.Stable.Implementer;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The promise that the javadoc of the package gives is kept: the api is compared with what was recorded of this level
/// and of every one before. To record it anew, run this test with `-Dapi.record`.
class ApiPromiseTest {

    private static final Path RESOURCES = Path.of("src/test/resources");

    private static final Path DEVIATIONS = RESOURCES.resolve("api-deviations.txt");

    private static final List<Class<?>> TYPES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.patchbay.api").stream()
            .filter(ApiPromiseTest::isOpen)
            .<Class<?>>map(JavaClass::reflect)
            .toList();

    @BeforeAll
    static void recordItIfAsked() throws IOException {
        if (System.getProperty("api.record") != null) {
            Files.write(file(ApiLevel.CURRENT), ApiSurface.of(TYPES.stream()));
        }
    }

    @Test
    void everyPublicTypeSaysWhatStabilityItHas() {
        assertThat(TYPES).hasSizeGreaterThan(40).allMatch(type -> type.isAnnotationPresent(Stable.class));
    }

    @Test
    void whatNobodyImplementsIsFinalAndNothingElseIs() {
        assertThat(TYPES).allSatisfy(type -> assertThat(stable(type).implementedBy() == Implementer.NOBODY)
                .as(type.getName())
                .isEqualTo(type.isAnnotation() || Modifier.isFinal(type.getModifiers())));
    }

    @Test
    void everyTypeIsThereSinceTheLevelItSays() throws IOException {
        SortedMap<String, List<String>> records = records();

        assertThat(TYPES).allSatisfy(type -> assertThat(records.entrySet().stream().filter(each -> names(each.getValue(), type)).findFirst())
                .as(type.getName())
                .hasValueSatisfying(first -> assertThat(first.getKey()).isEqualTo(stable(type).since())));
    }

    @Test
    void theApiIsWhatWasRecordedOfItsLevel() throws IOException {
        SortedSet<String> now = ApiSurface.of(TYPES.stream());

        ApiComparison comparison = ApiComparison.of(record(ApiLevel.CURRENT), now).allowing(deviations());

        assertThat(comparison.difference()).withFailMessage("""
                The api is not what api/%s records of it:

                %s

                Nothing of this is intended: put it back.
                Level %s was not published yet: record it anew with
                    mvn -pl api test -Dtest=ApiPromiseTest -Dapi.record
                It was, and only '+' lines are new: raise the second number of ApiLevel.CURRENT and of patchbay.api.level in pom.xml, then
                record it. It was, and something is broken: put it back, or break the promise to every plugin there is and raise the first.
                """, file(ApiLevel.CURRENT), comparison.difference(), ApiLevel.CURRENT).isEmpty();
    }

    @Test
    void nothingThatAnEarlierLevelPromisedIsBroken() throws IOException {
        SortedSet<String> now = ApiSurface.of(TYPES.stream());
        List<String> deviations = deviations();

        for (var record : records().entrySet()) {
            assertThat(ApiComparison.of(record.getValue(), now).allowing(deviations).broken())
                    .as("promised by level %s; what may be broken stands in api/%s, with the reason", record.getKey(), DEVIATIONS)
                    .isEmpty();
        }
    }

    @Test
    void everyDeviationThatIsAllowedIsOne() throws IOException {
        SortedSet<String> now = ApiSurface.of(TYPES.stream());
        List<String> broken = records().values().stream().flatMap(lines -> ApiComparison.of(lines, now).broken().stream()).toList();

        assertThat(broken).as("lines of api-deviations.txt that match nothing any more have to go").containsAll(deviations());
    }

    private static boolean isOpen(JavaClass type) {
        boolean open = type.getModifiers().contains(JavaModifier.PUBLIC);
        return open && type.getEnclosingClass().map(ApiPromiseTest::isOpen).orElse(true);
    }

    private static Stable stable(Class<?> type) {
        return type.getAnnotation(Stable.class);
    }

    private static boolean names(Collection<String> lines, Class<?> type) {
        String name = ApiSurface.of(Stream.of(type)).stream().filter(line -> !line.contains("#")).findFirst().orElseThrow().split("[ <]", 2)[0];
        return lines.stream().anyMatch(line -> line.startsWith(name + " ") || line.startsWith(name + "<"));
    }

    /// The lines of all levels that this one goes on with, by level, the lowest first.
    private static SortedMap<String, List<String>> records() throws IOException {
        SortedMap<String, List<String>> records = new TreeMap<>(Comparator.comparingInt(level -> ApiLevel.parse(level).orElseThrow().minor()));
        for (int minor = 0; minor <= ApiLevel.CURRENT.minor(); minor++) {
            ApiLevel level = new ApiLevel(ApiLevel.CURRENT.major(), minor);
            records.put(level.toString(), record(level));
        }
        return records;
    }

    private static List<String> record(ApiLevel level) throws IOException {
        return Files.exists(file(level)) ? Files.readAllLines(file(level)) : List.of();
    }

    private static Path file(ApiLevel level) {
        return RESOURCES.resolve("api-" + level + ".txt");
    }

    private static List<String> deviations() throws IOException {
        return Files.readAllLines(DEVIATIONS).stream().filter(not(String::isBlank)).filter(line -> !line.startsWith("#")).toList();
    }
}
