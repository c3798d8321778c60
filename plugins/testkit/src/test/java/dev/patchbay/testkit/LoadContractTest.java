package dev.patchbay.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.load.Exchange;
import dev.patchbay.api.load.Load;
import dev.patchbay.api.wire.Frames;
import dev.patchbay.api.wire.Message;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

/// Loads that trust their servers, or do not fit them, are found out.
class LoadContractTest {

    private record LoadedProtocol(List<Load> loads) implements Protocol {

        @Override
        public ProtocolInfo info() {
            return new EchoProtocol().info();
        }

        @Override
        public Service open(ServiceContext context) {
            return new EchoProtocol().open(context);
        }
    }

    private static final class Contract extends LoadContract {

        private final List<Load> loads;

        Contract(Load... loads) {
            this.loads = List.of(loads);
        }

        @Override
        protected Protocol protocol() {
            return new LoadedProtocol(loads);
        }
    }

    /// Sends a text, and takes whatever comes for the answer.
    private record Trusting(Frames frames) implements Exchange {

        @Override
        public void send() {
            frames.send("hello");
        }

        @Override
        public void receive() {
            // Not even that.
        }
    }

    private static final Load ECHO = new EchoProtocol().loads().getFirst();

    @Test
    void aLoadThatTakesAnythingForAReplyIsFoundOut() {
        Load trusting = Load.of("trusting", "", context -> new Trusting(context.connect().frames()));

        assertThatCode(() -> run(trusting, LoadContract::aLoadRunsAgainstAServerOfItsProtocol)).doesNotThrowAnyException();
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> run(trusting, LoadContract::aLoadFindsOutAServerThatAnswersAnythingElse));
    }

    @Test
    void aLoadThatExpectsAnotherReplyIsFoundOut() {
        Load wrong = Load.of("wrong", "", context ->
                Exchange.of(context.connect(), List.of(Message.frame("hello")), List.of(Message.frame("bye"))));

        assertThatExceptionOfType(Exception.class).isThrownBy(() -> run(wrong, LoadContract::aLoadRunsAgainstAServerOfItsProtocol))
                .withMessageContaining("came where '0003bye' was expected");
    }

    @Test
    void aLoadThatDoesNotCountWhatItSaysIsFoundOut() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> run(ECHO.counting("echoes"), LoadContract::aLoadRunsAgainstAServerOfItsProtocol))
                .withMessageContaining("whether it counts");
    }

    @Test
    void twoLoadsOfOneNameAreFoundOut() {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(new Contract(ECHO, ECHO)::thereAreLoadsAndEachHasANameOfItsOwn);
    }

    private static void run(Load load, Function<LoadContract, Stream<DynamicTest>> rule) throws Throwable {
        for (DynamicTest test : rule.apply(new Contract(load)).toList()) {
            test.getExecutable().execute();
        }
    }
}
