package dev.patchbay.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.StreamService;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

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

    /// A protocol that answers each line with itself, and leaves something behind.
    public abstract static class LeavingProtocol implements Protocol {

        @Override
        public ProtocolInfo info() {
            return ProtocolInfo.of("lines", "1.0").silent();
        }

        @Override
        public Service open(ServiceContext context) {
            leave();
            return StreamService.of(StreamProtocolContractTest::echo);
        }

        abstract void leave();
    }

    /// Leaves a thread that ends when what the other one leaves is there.
    public static final class ThreadLeavingProtocol extends LeavingProtocol {

        @Override
        void leave() {
            Thread.ofVirtual().name("left").start(() -> {
                while (!System.getProperties().containsKey("left")) {
                    LockSupport.parkNanos(1_000_000);
                }
            });
        }
    }

    /// Leaves itself with the JDK.
    public static final class SelfLeavingProtocol extends LeavingProtocol {

        @Override
        void leave() {
            System.getProperties().put("left", this);
        }
    }

    private static final class Contract extends StreamProtocolContract {

        private final Protocol protocol;
        private final Duration patience;

        Contract(Protocol protocol, Duration patience) {
            this.protocol = protocol;
            this.patience = patience;
        }

        @Override
        Duration patience() {
            return patience;
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
        expectBroken(new Contract(new LineProtocol(service), Duration.ofMillis(200)), rule, complaint);
    }

    private static void expectBroken(Contract contract, Rule rule, String... complaints) {
        assertThatExceptionOfType(Throwable.class).isThrownBy(() -> {
            contract.startServer();
            try {
                rule.check(contract);
            } finally {
                contract.stopServerAndReadItsLog();
            }
        }).satisfies(failure -> assertThat(failure.getMessage()).contains(complaints));
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
        List<byte[]> memory = new CopyOnWriteArrayList<>();
        StreamService nostalgic = peer -> {
            while (peer.chunks().hasNext()) {
                byte[] bytes = peer.chunks().receiveBytes();
                if (bytes.length < 100) {
                    peer.chunks().send("hello\n");
                } else if (memory.size() < 30) {
                    // With room to spare: on a busy machine most of a flood still lies with the system when all of it was sent.
                    memory.add(Arrays.copyOf(bytes, 1 << 20));
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
    void aThreadThatIsLeftIsNamedWithWhatItDoes() {
        expectLeft(new ThreadLeavingProtocol(),
                "it is closed",
                "the virtual thread 'left' at dev.patchbay.testkit.StreamProtocolContractTest$ThreadLeavingProtocol.");
        System.getProperties().put("left", "");
    }

    @Test
    void whatHoldsTheClassesIsNamed() {
        expectLeft(new SelfLeavingProtocol(),
                """
                its classes are held by:
                  a class of the JDK
                  static java.lang.System.props
                """,
                """
                  dev.patchbay.testkit.StreamProtocolContractTest$SelfLeavingProtocol.its class
                """);
    }

    @AfterEach
    void forget() {
        System.getProperties().remove("left");
    }

    private static void expectLeft(Protocol protocol, String... complaints) {
        expectBroken(new Contract(protocol, Duration.ofSeconds(3)), StreamProtocolContract::nothingOfItIsLeftWhenItsJarIsRemoved, complaints);
    }

    @Test
    void aProtocolThatCannotComeFromAJarIsNotTakenForOne() {
        Contract contract = new Contract(new LineProtocol(StreamProtocolContractTest::echo), Duration.ofSeconds(1));
        contract.startServer();
        try {
            assertThatExceptionOfType(TestAbortedException.class).isThrownBy(contract::nothingOfItIsLeftWhenItsJarIsRemoved)
                    .withMessageContaining("LineProtocol cannot come from a jar");
        } finally {
            contract.stopServerAndReadItsLog();
        }
    }

    @Test
    void aSampleThatIsMissingIsNamed() {
        expectBroken(StreamProtocolContractTest::echo, StreamProtocolContract::theLargestMessageIsAccepted, "add .largest(...)");
    }
}
