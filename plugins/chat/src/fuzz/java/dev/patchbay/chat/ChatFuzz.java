package dev.patchbay.chat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.patchbay.testkit.CannedClient;

/// The clients of all chats.
class ChatFuzz {

    @FuzzTest
    void anyBytesWillDo(byte[] input) throws Exception {
        aServerThatKeepsWhatIsSaidMaySayAnything(input);
        aServerThatPassesOnMaySayAnything(input);
    }

    private void aServerThatKeepsWhatIsSaidMaySayAnything(byte[] input) throws Exception {
        for (TranscriptKind kind : TranscriptKind.values()) {
            CannedClient.talk(new TranscriptClientMode(kind), input, "hello", "hello again", "/history");
        }
    }

    private void aServerThatPassesOnMaySayAnything(byte[] input) throws Exception {
        CannedClient.talk(new ChatClientMode(), input, "/who");
        CannedClient.talk(new ChatOpenClientMode(), input);
    }
}
