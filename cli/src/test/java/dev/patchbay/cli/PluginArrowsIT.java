package dev.patchbay.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The built-in plugins, as they are packed, use no door that a third party has not.
class PluginArrowsIT {

    @Test
    void pluginsKnowTheApiAndNothingElseOfPatchbay() throws IOException {
        List<Location> jars;
        try (Stream<Path> files = Files.walk(Distribution.plugins())) {
            jars = files.filter(file -> file.toString().endsWith(".jar")).map(file -> Location.of(URI.create("jar:" + file.toUri() + "!/"))).toList();
        }
        JavaClasses plugins = new ClassFileImporter().importLocations(jars);

        assertThat(plugins).isNotEmpty();
        noClasses()
                .that()
                .resideInAPackage("dev.patchbay..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.patchbay.gateway..", "dev.patchbay.cli..", "dev.patchbay.testkit..")
                .check(plugins);
    }
}
