package dev.patchbay.web;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.patchbay.testkit.CannedClient;

/// The client of the web.
class WebFuzz {

    @FuzzTest
    void aServerMaySayAnything(byte[] input) throws Exception {
        CannedClient.talk(new WebClientMode(), input, "notes.txt", "/head /");
    }
}
