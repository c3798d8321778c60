package dev.patchbay.bbs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MailboxTest {

    @Test
    void everyUserHasAMailboxOfTheirOwnWhoseNameAJournalCanHave() {
        List<String> users = List.of(
                "", "bob", "Bob", "bob ", "sha256:bob", "é".repeat(100), "é".repeat(101), "x".repeat(200), "x".repeat(201), "x".repeat(9999));

        Set<String> names = new TreeSet<>();
        users.forEach(user -> names.add(Mailbox.journalName(user)));

        assertThat(names).hasSameSizeAs(users)
                .allSatisfy(name -> assertThat(name.getBytes(UTF_8)).hasSizeBetween(1, 255))
                .doesNotContain("board");
    }

    @Test
    void theNameOfAMailboxNeverChanges() {
        assertThat(Mailbox.journalName("bob")).isEqualTo("dm:bob");
        assertThat(Mailbox.journalName("x".repeat(201)))
                .isEqualTo("dm-sha256:84a0678c90937f5dcf9994d5866668da6b995109c8ad845410559b48a4ecafed");
    }
}
