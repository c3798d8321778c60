package dev.patchbay.cli.repl;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.cli.shell.ExitCode;
import dev.patchbay.cli.shell.Problem;
import java.util.List;
import java.util.stream.Collectors;

/// What to tell the user about a server that is not understood.
///
/// @param label   how people call its address
/// @param catalog the protocols that are understood
record Strangers(String label, Catalog catalog) {

    CommandFailure unknown(FirstWords words) {
        return failure(
                wrong(words) + ", which no plugin here knows",
                known(),
                "to send and see plain text: raw " + label);
    }

    CommandFailure other(ProtocolInfo wanted, FirstWords words) {
        return failure(
                wrong(words) + ", and " + wanted.id() + " with '" + wanted.banner() + "'",
                "to find out what it speaks: open " + label);
    }

    CommandFailure noLobby(FirstWords words) {
        return failure(
                wrong(words) + ", and a lobby with '" + Lobby.BANNER + "'",
                "to find out what it speaks: open " + label);
    }

    CommandFailure silent() {
        List<String> ids = catalog.silent();
        return failure(
                label + " says nothing, so its protocol cannot be told",
                ids.isEmpty()
                        ? "every protocol of the plugins here would have said something"
                        : "name it: open ID://" + label + ", where ID is " + (ids.size() == 1 ? "" : "one of ") + String.join(", ", ids),
                "to send and see plain text: raw " + label);
    }

    CommandFailure silent(ProtocolInfo wanted) {
        return failure(
                label + " says nothing, and " + wanted.id() + " would have begun with '" + wanted.banner() + "'",
                "to send and see plain text: raw " + label);
    }

    CommandFailure closed() {
        return failure(label + " closed the connection before it said what it speaks");
    }

    CommandFailure ambiguous(List<Protocol> protocols) {
        return failure(
                label + " may speak " + ids(protocols) + ", which begin alike",
                "name it: open " + protocols.getFirst().info().id() + "://" + label);
    }

    CommandFailure noPlugin(String id) {
        return failure("Wrong protocol! no plugin here speaks '" + id + "'", known());
    }

    private String known() {
        List<Protocol> all = catalog.all();
        return all.isEmpty() ? "no plugin is loaded here: --plugins DIR says where they are" : "known: " + ids(all);
    }

    private String wrong(FirstWords words) {
        return "Wrong protocol! " + label + " begins with '" + words.excerpt() + "'";
    }

    private static CommandFailure failure(String message, String... hints) {
        return new CommandFailure(ExitCode.WRONG_PROTOCOL, Problem.of(message, hints));
    }

    private static String ids(List<Protocol> protocols) {
        return protocols.stream().map(protocol -> protocol.info().id()).collect(Collectors.joining(", "));
    }
}
