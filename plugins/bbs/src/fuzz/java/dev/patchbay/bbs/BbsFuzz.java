package dev.patchbay.bbs;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.patchbay.testkit.CannedClient;

/// The client of the board.
class BbsFuzz {

    @FuzzTest
    void aServerMaySayAnything(byte[] input) throws Exception {
        CannedClient.talk(new BbsProtocol().clientMode(), input, "hello", "/list", "/listdm", "/list");
    }
}
