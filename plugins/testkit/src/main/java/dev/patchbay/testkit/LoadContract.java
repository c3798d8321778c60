package dev.patchbay.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.load.Load;
import dev.patchbay.api.wire.ConnectionException;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What every load owes to whoever measures with it, as tests: it runs against a server of its protocol, on several connections and with
/// several requests under way, and it does not take anything for a reply.
///
/// ```java
/// class OkLoadsTest extends LoadContract {
///
///     @Override
///     protected Protocol protocol() {
///         return new OkProtocol();
///     }
/// }
/// ```
public abstract class LoadContract {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SERVERS = 5;
    private static final int LONGEST = 300;

    /// For subclasses.
    protected LoadContract() {}

    /// {@return the protocol}
    protected abstract Protocol protocol();

    /// {@return the server that a load wants; one with the protocol's default options, unless a subclass says otherwise}
    protected ServerSetup setup(Load load) {
        return ProtocolServer.of(protocol());
    }

    /// Brings about what a load wants to find on its server; nothing, unless a subclass says otherwise.
    protected void prepare(Load load, ProtocolServer server) {}

    @Test
    final void thereAreLoadsAndEachHasANameOfItsOwn() {
        assertThat(protocol().loads()).isNotEmpty().extracting(Load::name).doesNotHaveDuplicates();
    }

    @TestFactory
    final Stream<DynamicTest> aLoadRunsAgainstAServerOfItsProtocol() {
        return each(load -> {
            try (ProtocolServer server = setup(load).start()) {
                prepare(load, server);

                long counted = assertTimeoutPreemptively(PATIENCE, new LoadDriver(protocol(), load, server.address())::run);

                assertThat(counted > 0).as("whether it counts").isEqualTo(load.counted().isPresent());
            }
        });
    }

    @TestFactory
    final Stream<DynamicTest> aLoadFindsOutAServerThatAnswersAnythingElse() {
        return each(load -> Fuzz.each(SERVERS, random -> {
            try (BlindServer server = BlindServer.start(protocol(), Fuzz.bytes(random, LONGEST))) {
                LoadDriver driver = new LoadDriver(protocol(), load, server.address());

                Throwable failure = catchThrowable(() -> assertTimeoutPreemptively(PATIENCE, driver::run));

                assertThat(failure).isInstanceOfAny(ConnectionException.class, IllegalArgumentException.class, IOException.class);
                assertThat(failure.getMessage()).isNotBlank();
            }
        }));
    }

    /// Something to be true of a load.
    @FunctionalInterface
    private interface Rule {
        void check(Load load) throws Exception;
    }

    private Stream<DynamicTest> each(Rule rule) {
        return protocol().loads().stream().map(load -> DynamicTest.dynamicTest(load.name(), () -> rule.check(load)));
    }
}
