package dev.patchbay.cli;

import dev.patchbay.cli.shell.ExitCode;
import dev.patchbay.cli.shell.Problem;

/// Does what a command line asks for.
record Execution(Invocation invocation, Environment environment) {

    ExitCode run() {
        try {
            return perform();
        } catch (IllegalArgumentException e) {
            environment.err().println(invocation.scriptFormat(environment).problem(Problem.of(Problems.firstLine(e))));
            environment.err().flush();
            return ExitCode.USAGE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
        }
    }

    private ExitCode perform() throws InterruptedException {
        Folders folders = new Folders(environment);
        return switch (invocation.task()) {
            case "serve" -> new Serving(invocation, environment, folders).run();
            case "status", "plugins", "protocols" -> new Asking(invocation, environment, folders).run();
            case "journal" -> new Journaling(invocation, environment, folders).run();
            case "bench" -> new Benching(invocation, environment, folders).run();
            case "new-plugin" -> new NewPlugin(invocation, environment, folders).run();
            default -> new Talking(invocation, environment, folders).run();
        };
    }
}
