package dev.patchbay.testkit;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.StreamService;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/// Protocols that break the contract, each in one way, are found out.
class StreamProtocolContractTest {

    /// A protocol that answers each line with itself, by somebody's idea of how.
    private record LineProtocol(StreamService service) implements Protocol {

        @Override
        public ProtocolInfo info() {
            return ProtocolInfo.of("lines", "1.0").silent();
        }

        @Override
        public Service open(ServiceContext context) {
            return service;
        }
    }

    private static final class Contract extends StreamProtocolContract {

        private final Protocol protocol;

        Contract(StreamService service) {
            protocol = new LineProtocol(service);
        }

        @Override
        Duration patience() {
            return Duration.ofMillis(200);
        }

        @Override
        protected WireSamples samples() {
            return WireSamples.of(protocol)
                    .conversation(peer -> {
                        peer.send("hello\n");
                        peer.expect("hello\n");
                    })
                    .request("hello\n")
                    .unfinished("hel");
        }
    }

    @FunctionalInterface
    private interface Rule {
        void check(Contract contract) throws Exception;
    }

    private static void expectBroken(StreamService service, Rule rule, String complaint) {
        Contract contract = new Contract(service);
        assertThatExceptionOfType(Throwable.class).isThrownBy(() -> {
            contract.startServer();
            try {
                rule.check(contract);
            } finally {
                contract.stopServerAndReadItsLog();
            }
        }).withMessageContaining(complaint);
    }

    private static void echo(Connection peer) {
        while (peer.lines().hasNext()) {
            peer.lines().send(peer.lines().receive());
        }
    }

    @Test
    void aServiceThatThrowsAtGarbageLeavesAWarning() {
        StreamService careless = peer -> {
            while (peer.lines().hasNext()) {
                String line = peer.lines().receive();
                peer.lines().send(line.substring(0, line.indexOf("hello")) + line);
            }
        };

        expectBroken(careless, StreamProtocolContract::garbageEndsItsOwnConnectionAtMost, "warnings, stack traces");
    }

    @Test
    void aServiceThatLogsWhatItIsToldLeavesMoreThanALine() {
        System.Logger logger = System.getLogger("patchbay.plugin.lines");
        StreamService talkative = peer -> {
            while (peer.lines().hasNext()) {
                String line = peer.lines().receive();
                logger.log(System.Logger.Level.INFO, "received " + line);
                peer.lines().send(line);
            }
        };

        expectBroken(talkative, StreamProtocolContract::aConversationWorksBesideAnother, "lines in the log");
    }

    @Test
    void aServiceThatRemembersAllItIsToldCostsTooMuch() {
        List<byte[]> memory = new ArrayList<>();
        StreamService nostalgic = peer -> {
            while (peer.chunks().hasNext()) {
                byte[] bytes = peer.chunks().receiveBytes();
                synchronized (memory) {
                    memory.add(bytes);
                }
                if (bytes.length < 100) {
                    peer.chunks().send("hello\n");
                }
            }
        };

        expectBroken(nostalgic, StreamProtocolContract::whoNeverReadsIsHeldBackOrEndedAndMeanwhileOthersAreServed, "memory to be as it was");
    }

    @Test
    void aServiceThatServesOneAtATimeIsFoundOutByTheOthers() {
        ReentrantLock turn = new ReentrantLock();
        StreamService exclusive = peer -> {
            if (!turn.tryLock()) {
                throw ConnectionException.violation("one at a time");
            }
            try {
                echo(peer);
            } finally {
                turn.unlock();
            }
        };

        expectBroken(exclusive, StreamProtocolContract::aConversationWorksBesideAnother, "received the end of the connection");
    }

    @Test
    void aServiceThatForgetsToLeaveHasSessionsLeft() {
        CountDownLatch end = new CountDownLatch(1);
        StreamService clinging = peer -> {
            echo(peer);
            end.await();
        };

        Rule rule = StreamProtocolContract::aConversationWorksBesideAnother;
        expectBroken(clinging, contract -> {
            try {
                rule.check(contract);
            } finally {
                end.countDown();
            }
        }, "the end of all sessions");
    }

    @Test
    void aSampleThatIsMissingIsNamed() {
        expectBroken(StreamProtocolContractTest::echo, StreamProtocolContract::theLargestMessageIsAccepted, "add .largest(...)");
    }
}
