package dev.patchbay.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses GATEWAY =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.patchbay.gateway");

    @Test
    void theGatewayKnowsTheApiTheJdkAndItsTwoLibrariesOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "jdk.management..", "com.sun.management..", "org.jspecify.annotations..", "dev.patchbay.api..", "dev.patchbay.gateway..", "org.tomlj..",
                        "org.sqlite..")
                .check(GATEWAY);
    }

    @Test
    void onlyTheConfigurationKnowsItsParser() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.patchbay.gateway.config..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.tomlj..")
                .check(GATEWAY);
    }

    @Test
    void onlyItsStoreKnowsTheDatabase() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.patchbay.gateway.journal.sqlite..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.sqlite..", "java.sql..")
                .check(GATEWAY);
    }

    @Test
    void theRoomsOfTheGatewayDependOnEachOtherInOneDirection() {
        slices().matching("dev.patchbay.gateway.(*)..").should().beFreeOfCycles().check(GATEWAY);
    }

    @Test
    void noRoomKnowsTheDoors() {
        noClasses()
                .that()
                .resideInAPackage("dev.patchbay.gateway.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.patchbay.gateway")
                .check(GATEWAY);
    }
}
