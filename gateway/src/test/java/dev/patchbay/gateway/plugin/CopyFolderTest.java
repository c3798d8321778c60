package dev.patchbay.gateway.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyFolderTest {

    @TempDir
    Path temp;

    @Test
    void aCopyIsNamedByTheChecksumOfTheJar() throws Exception {
        Path jar = PluginJar.write(temp.resolve("chat.jar"), "abc".getBytes(StandardCharsets.US_ASCII));

        PrivateCopy copy = copy(jar, jar);

        assertThat(copy.checksum()).as("of SHA-256").isEqualTo("ba7816bf8f01");
        assertThat(copy.folder()).isEqualTo(temp.resolve("copies/ba7816bf8f01"));
        assertThat(copy.jars()).containsExactly(copy.folder().resolve("chat.jar"));
        assertThat(copy.jars().getFirst()).hasSameBinaryContentAs(jar);
    }

    @Test
    void theSameBytesTwiceGetACopyEach() throws Exception {
        Path jar = PluginJar.working("chat").writeTo(temp.resolve("chat.jar"));

        PrivateCopy first = copy(jar, jar);
        PrivateCopy second = copy(jar, jar);
        CopyFolder.delete(second.folder());

        assertThat(second.checksum()).isEqualTo(first.checksum());
        assertThat(first.jars().getFirst()).exists();
    }

    @Test
    void theSameBytesReadByManyAtOnceGetACopyEach() throws Exception {
        Path jar = PluginJar.write(temp.resolve("chat.jar"), new byte[1]);
        CopyFolder copies = new CopyFolder(temp.resolve("copies"));

        List<Check<PrivateCopy>> made =
                Stream.generate(() -> new Candidate(jar, List.of(jar))).limit(200).parallel().map(copies::copy).toList();

        assertThat(made).allMatch(Check.Passed.class::isInstance).doesNotHaveDuplicates();
    }

    @Test
    void theChecksumOfAFolderTellsWhichJarHasWhichName() throws Exception {
        Path a = PluginJar.write(temp.resolve("x/a.jar"), new byte[] {1});
        Path b = PluginJar.write(temp.resolve("x/b.jar"), new byte[] {2});
        Path swappedA = PluginJar.write(temp.resolve("y/a.jar"), new byte[] {2});
        Path swappedB = PluginJar.write(temp.resolve("y/b.jar"), new byte[] {1});

        assertThat(copy(temp.resolve("x"), a, b).checksum()).isNotEqualTo(copy(temp.resolve("y"), swappedA, swappedB).checksum());
    }

    @Test
    void whatAnEarlierRunLeftIsSweptAndNothingElse() throws Exception {
        Path copies = temp.resolve("copies");
        for (String name : List.of("0123456789ab", "0123456789ab-2", "copying123", "board", "abc")) {
            PluginJar.write(copies.resolve(name).resolve("x.jar"), new byte[1]);
        }

        new CopyFolder(copies).sweep();

        try (Stream<Path> left = Files.list(copies)) {
            assertThat(left).extracting(path -> path.getFileName().toString()).containsExactlyInAnyOrder("board", "abc");
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenIsAProblem() throws Exception {
        Path jar = PluginJar.working("chat").writeTo(temp.resolve("chat.jar"));
        Files.createFile(temp.resolve("file"));

        Check<PrivateCopy> copy = new CopyFolder(temp.resolve("file/copies")).copy(new Candidate(jar, List.of(jar)));

        assertThat(copy).isInstanceOfSatisfying(
                Check.Failed.class, failed -> assertThat(failed.problem().reason()).isEqualTo(Reason.NOT_COPIED));
    }

    private PrivateCopy copy(Path path, Path... jars) {
        return switch (new CopyFolder(temp.resolve("copies")).copy(new Candidate(path, List.of(jars)))) {
            case Check.Passed<PrivateCopy>(PrivateCopy copy) -> copy;
            case Check.Failed<PrivateCopy>(Problem problem) -> throw new AssertionError(problem);
        };
    }
}
