package dev.patchbay.api;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// The promises of the api as a whole.
class ArchitectureTest {

    private static final JavaClasses API =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.patchbay.api");

    /// What Java allows as a name of a method and Kotlin does not, without quotes.
    private static final String KOTLIN_KEYWORDS = "as|fun|in|is|object|typealias|typeof|val|var|when";

    @Test
    void itNeedsNothingAtRunTimeButTheJdk() {
        classes().should().onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "dev.patchbay.api..", "org.jspecify.annotations").check(API);
    }

    /// But for what every type says about itself.
    @Test
    void itsPackagesHaveNoCycles() {
        slices().matching("dev.patchbay.(**)").should().beFreeOfCycles()
                .ignoreDependency(alwaysTrue(), belongToAnyOf(Stable.class)).check(API);
    }

    @Test
    void whatIsPublicIsAnInterfaceOrFinal() {
        classes().that().arePublic().and().areNotInterfaces().should().haveModifier(JavaModifier.FINAL).check(API);
    }

    @Test
    void aProtocolHasAtMostThreeMethodsToWrite() {
        Stream<JavaMethod> methods = API.get(Protocol.class).getMethods().stream();

        assertThat(methods.filter(method -> method.getModifiers().contains(JavaModifier.ABSTRACT))).hasSizeBetween(1, 3);
    }

    @Test
    void noMethodHasANameThatKotlinMustQuote() {
        methods().that().arePublic().should().haveNameNotMatching(KOTLIN_KEYWORDS).check(API);
    }

    @Test
    void everyPackageSaysThatNothingIsNullUnlessItIsMarked() {
        Stream<JavaPackage> packages = API.stream().map(JavaClass::getPackage).distinct();

        assertThat(packages).isNotEmpty().allMatch(each -> each.isAnnotatedWith(NullMarked.class));
    }
}
