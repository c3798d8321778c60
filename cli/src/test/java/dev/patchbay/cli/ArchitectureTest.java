package dev.patchbay.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final JavaClasses cli =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.patchbay.cli");

    @Test
    void theGatewayIsUsedThroughItsDoorsAndPluginsNotAtAll() {
        classes()
                .that()
                .resideInAPackage("dev.patchbay.cli..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "javax.lang.model..", "org.jspecify..", "org.jline..", "picocli..", "org.HdrHistogram", "com.sun.management",
                        "dev.patchbay.api..", "dev.patchbay.gateway", "dev.patchbay.gateway.text", "dev.patchbay.cli..")
                .check(cli);
    }

    @Test
    void onlyTheTerminalKnowsJLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.patchbay.cli.terminal")
                // One class of it, which has no others behind it, hears the signals that end a server.
                .and()
                .doNotHaveSimpleName("Serving")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jline..")
                .check(cli);
    }

    @Test
    void theReplKnowsNeitherTheTerminalNorTheCommandLine() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.patchbay.cli.repl", "dev.patchbay.cli.shell")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.patchbay.cli", "dev.patchbay.cli.terminal", "picocli..")
                .check(cli);
    }

    @Test
    void thereAreNoCycles() {
        slices().matching("dev.patchbay.cli.(*)..").should().beFreeOfCycles().check(cli);
    }

    @Test
    void onlyMainEndsTheProcess() {
        noClasses().that().doNotHaveSimpleName("Main").should().callMethod(System.class, "exit", int.class).check(cli);
    }
}
