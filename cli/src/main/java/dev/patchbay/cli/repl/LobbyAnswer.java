package dev.patchbay.cli.repl;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.cli.shell.ExitCode;
import dev.patchbay.cli.shell.Problem;
import java.time.Duration;

/// What a lobby answers to `open`: the banner of the protocol, or that it has none of that name.
final class LobbyAnswer {

    private static final String ERROR = "error: ";

    private LobbyAnswer() {}

    static Reached read(Wire wire, Protocol wanted, Strangers strangers) throws CommandFailure {
        String answer;
        try {
            answer = wire.connection().frames().receive();
            // A conversation may rest for as long as people think.
            wire.connection().idleLimit(Duration.ZERO);
        } catch (ConnectionException e) {
            wire.close();
            throw e;
        }
        if (answer.equals(wanted.info().banner())) {
            return Reached.Server.of(wire, wanted);
        }
        wire.close();
        if (answer.startsWith(ERROR)) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    Problem.of(strangers.label() + " says: " + answer.substring(ERROR.length()), "protocols lists what is there"));
        }
        throw strangers.other(wanted.info(), new FirstWords(UTF_8.encode(answer), false));
    }
}
