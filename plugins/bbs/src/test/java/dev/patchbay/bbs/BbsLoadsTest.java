package dev.patchbay.bbs;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.load.Load;
import dev.patchbay.testkit.LoadContract;
import dev.patchbay.testkit.ProtocolServer;
import dev.patchbay.testkit.TestPeer;
import org.junit.jupiter.api.Nested;

class BbsLoadsTest {

    @Nested
    class Version12 extends BoardLoadContract {
        Version12() {
            super(new BbsProtocol());
        }
    }

    @Nested
    class Version11 extends BoardLoadContract {
        Version11() {
            super(new Bbs11Protocol());
        }
    }

    @Nested
    class Version10 extends BoardLoadContract {
        Version10() {
            super(new Bbs10Protocol());
        }
    }

    abstract static class BoardLoadContract extends LoadContract {

        private final Protocol protocol;

        BoardLoadContract(Protocol protocol) {
            this.protocol = protocol;
        }

        @Override
        protected Protocol protocol() {
            return protocol;
        }

        @Override
        protected void prepare(Load load, ProtocolServer server) {
            TestPeer peer = server.connect().expectFrame(protocol.info().banner());
            peer.sendFrame("alice").sendFrame("hello board").sendFrame("list");
            peer.receiveFrame();
        }
    }
}
