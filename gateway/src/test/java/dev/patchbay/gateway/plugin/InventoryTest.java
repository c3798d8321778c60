package dev.patchbay.gateway.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// When what lies in the folder is read, which is counted here, and how often in vain.
class InventoryTest {

    private static final Duration SETTLE = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofMillis(250);

    @TempDir
    Path temp;

    private Path folder;
    private long now = Long.MAX_VALUE - 1;
    private int reads;
    private Reason reason = Reason.CORRUPT_JAR;
    private Inventory inventory;

    @BeforeEach
    void makeTheFolder() throws IOException {
        folder = Files.createDirectory(temp.resolve("plugins"));
        inventory = new Inventory(folder, this::read, SETTLE, () -> now);
    }

    private synchronized Finding read(Candidate candidate) {
        reads++;
        return Rejection.of(Label.of(candidate), new Problem(reason, "as the test wants it"));
    }

    @Test
    void aJarIsReadWhenItHasRestedAndNotBefore() throws Exception {
        write("a.jar", 1);

        assertThat(lookFor(SETTLE.minus(LOOK))).as("resting").isFalse();
        assertThat(reads).isZero();

        assertThat(lookFor(LOOK)).as("resting").isTrue();
        assertThat(reads).isEqualTo(1);
    }

    @Test
    void aJarThatGrowsAllTheTimeIsNotRead() throws Exception {
        for (int size = 1; size < 50; size++) {
            write("a.jar", size);
            lookFor(LOOK);
        }

        assertThat(reads).isZero();
    }

    @ParameterizedTest
    @EnumSource(value = Reason.class, mode = Mode.EXCLUDE, names = {"NOT_COPIED", "STILL_CHANGING"})
    void whatCannotBeUsedIsReadOnceUntilItChanges(Reason why) throws Exception {
        reason = why;
        write("a.jar", 1);
        lookFor(Duration.ofMinutes(2));
        assertThat(reads).isEqualTo(1);

        write("a.jar", 2);
        lookFor(Duration.ofMinutes(2));
        assertThat(reads).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(value = Reason.class, names = {"NOT_COPIED", "STILL_CHANGING"})
    void whatMayBeBetterByItselfIsReadAgainTwiceAMinute(Reason why) throws Exception {
        reason = why;
        write("a.jar", 1);

        lookFor(SETTLE.plusMinutes(2));

        assertThat(reads).isEqualTo(1 + 4);
    }

    @Test
    void whatIsGoneIsKnownUntilItHasBeenGoneForAWhile() throws Exception {
        write("a.jar", 1);
        lookFor(SETTLE);
        Files.delete(folder.resolve("a.jar"));

        lookFor(SETTLE.minus(LOOK));
        assertThat(inventory.findings()).hasSize(1);
        lookFor(LOOK);
        assertThat(inventory.findings()).isEmpty();
    }

    @Test
    void aFolderThatIsGoneKeepsWhatWasInItAndGivesItTimeToComeBack() throws Exception {
        write("a.jar", 1);
        lookFor(SETTLE);
        Files.delete(folder.resolve("a.jar"));
        lookFor(LOOK);
        Files.delete(folder);

        lookFor(Duration.ofMinutes(1));
        assertThat(inventory.problem()).hasValueSatisfying(problem -> assertThat(problem.reason()).isEqualTo(Reason.NO_FOLDER));
        assertThat(inventory.findings()).hasSize(1);

        Files.createDirectory(folder);
        lookFor(SETTLE.minus(LOOK));
        assertThat(inventory.problem()).isEmpty();
        assertThat(inventory.findings()).as("there is still time to copy it back").hasSize(1);
        lookFor(LOOK);
        assertThat(inventory.findings()).isEmpty();
    }

    @Test
    void whoAsksForAllAtOnceGetsItAndWhoDistrustsReadsAllAgain() throws Exception {
        write("a.jar", 1);
        write("b.jar", 1);

        inventory.look(true);
        inventory.look(true);
        assertThat(reads).isEqualTo(2);

        inventory.distrust();
        inventory.look(true);
        assertThat(reads).isEqualTo(4);
    }

    @Test
    void manyJarsThatCannotBeUsedAreReadOnceEach() throws Exception {
        for (int i = 0; i < 200; i++) {
            write(i + ".jar", 1);
        }

        lookFor(Duration.ofSeconds(10));

        assertThat(reads).isEqualTo(200);
        assertThat(inventory.findings()).extracting(finding -> finding.label().jar()).isSorted().hasSize(200);
    }

    /// Looks again and again for a time that passes, the last time at its end.
    private boolean lookFor(Duration time) {
        boolean resting = inventory.look(false);
        for (long looks = time.dividedBy(LOOK); looks > 0; looks--) {
            now += LOOK.toNanos();
            resting = inventory.look(false);
        }
        return resting;
    }

    private void write(String name, int size) throws IOException {
        Files.write(folder.resolve(name), new byte[size]);
    }
}
