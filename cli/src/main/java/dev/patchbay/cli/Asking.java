package dev.patchbay.cli;

import dev.patchbay.cli.shell.ExitCode;
import dev.patchbay.cli.shell.Problem;
import dev.patchbay.gateway.ControlClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Asks a gateway that runs: `status`, `plugins` and `protocols`.
record Asking(Invocation invocation, Environment environment, Folders folders) {

    ExitCode run() {
        Path data = invocation.data().orElseGet(folders::data);
        Optional<ControlClient> gateway = ControlClient.find(data);
        if (gateway.isEmpty()) {
            String hint = "start one with: patchbay serve --data " + data;
            return fail(ExitCode.CANNOT_CONNECT, "no gateway runs on the data folder " + data, hint);
        }
        try {
            environment.out().println(gateway.get().ask(request()));
            environment.out().flush();
            return ExitCode.OK;
        } catch (IllegalArgumentException e) {
            return fail(ExitCode.FAILED, Problems.firstLine(e));
        } catch (IOException e) {
            return fail(ExitCode.CANNOT_CONNECT, "the gateway does not answer: " + Problems.firstLine(e));
        }
    }

    private String request() {
        String operand = invocation.operand().map(name -> " " + name).orElse("");
        return invocation.task() + operand + (invocation.dryRun() ? " --dry-run" : "") + (invocation.json() ? " --json" : "");
    }

    private ExitCode fail(ExitCode code, String message, String... hints) {
        environment.err().println(invocation.scriptFormat(environment).problem(Problem.of(message, hints)));
        environment.err().flush();
        return code;
    }
}
