package dev.patchbay.guess;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.patchbay.testkit.CannedClient;

/// The client of the game, and what is typed there.
class GuessFuzz {

    @FuzzTest
    void anyBytesWillDo(byte[] input) throws Exception {
        aServerMaySayAnything(input);
        anythingMayBeTyped(input);
    }

    private void aServerMaySayAnything(byte[] input) throws Exception {
        CannedClient.talk(new GuessClientMode(), input, "< 50", "= 7", "/format packed-be", "> 3", "/again", "= 1");
    }

    private void anythingMayBeTyped(byte[] input) {
        Guess.parse(new String(input, UTF_8)).ifPresent(Guess::packet);
    }
}
