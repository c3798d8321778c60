package dev.patchbay.filetransfer;

import static dev.patchbay.filetransfer.Contents.sha256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RequestTest {

    private static final Path FOLDER = Path.of("/srv/files");
    private static final String SUM = sha256("hello");

    @Example
    void requestsAreReadAsTheyStandOnTheWire() {
        FileName name = new FileName("my file");

        assertThat(Request.parse("put 5 " + SUM + " my file")).isEqualTo(new Request.Put(5, new Checksum(SUM), name));
        assertThat(Request.parse("put 5 " + SUM.toUpperCase(Locale.ROOT) + " my file")).isEqualTo(new Request.Put(5, new Checksum(SUM), name));
        assertThat(Request.parse("get 0 my file")).isEqualTo(new Request.Get(0, name));
        assertThat(Request.parse("get 007 my file")).isEqualTo(new Request.Get(7, name));
        assertThat(Request.parse("delete my file")).isEqualTo(new Request.Delete(name));
        assertThat(Request.parse("list")).isEqualTo(new Request.Listing());
        assertThat(Request.parse("quit")).isEqualTo(new Request.Quit());
    }

    @Example
    void aRefusalSaysWhatWouldDo() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Request.parse("")).withMessage("a request is put, get, list, delete or quit");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Request.parse("put 5 a")).withMessage("put takes SIZE SHA256 NAME");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Request.parse("put 5 abc a")).withMessage("a SHA-256 has 64 hexadecimal digits");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Request.parse("get a")).withMessage("get takes OFFSET NAME");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Request.parse("list all")).withMessage("list takes nothing");
    }

    @Property
    void anyMessageIsARequestForAFileOfTheFolderOrARefusal(@ForAll("messages") String message) {
        Request request;
        try {
            request = Request.parse(message);
        } catch (Refusal e) {
            assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(100).doesNotContain("\n");
            return;
        }
        switch (request) {
            case Request.Put put -> assertInside(put.name());
            case Request.Get get -> assertInside(get.name());
            case Request.Delete delete -> assertInside(delete.name());
            case Request.Listing _, Request.Quit _ -> assertThat(message).isIn("list", "quit");
        }
    }

    private static void assertInside(FileName name) {
        Path path;
        try {
            path = name.in(FOLDER);
        } catch (Refusal e) {
            // The system cannot hold it, so it leads nowhere.
            return;
        }
        assertThat(Objects.requireNonNull(path.normalize().getParent())).isEqualTo(FOLDER);
        assertThat(name.text()).doesNotStartWith(".");
    }

    @Provide
    Arbitrary<String> messages() {
        Arbitrary<String> verb = Arbitraries.of("put", "get", "list", "delete", "quit", "PUT", "");
        Arbitrary<String> number = Arbitraries.of("0", "5", "-1", "007", "999999999999999999", "9999999999999999999", "٩", "x", "");
        Arbitrary<String> checksum = Arbitraries.of(SUM, SUM.substring(1), SUM + "0", "g".repeat(64), "");
        Arbitrary<String> name = Arbitraries.oneOf(
                Arbitraries.strings(),
                Arbitraries.strings().withChars("./\\ :~a\0\n").ofMaxLength(12),
                Arbitraries.of("..", "../a", "/etc/passwd", "nul", "my file"));
        Arbitrary<String> wellFormed = Combinators.combine(verb, number, checksum, name)
                .as((v, n, c, f) -> v.equals("put") ? v + " " + n + " " + c + " " + f : v.equals("get") ? v + " " + n + " " + f : v + " " + f);
        return Arbitraries.oneOf(wellFormed, Arbitraries.strings());
    }
}
