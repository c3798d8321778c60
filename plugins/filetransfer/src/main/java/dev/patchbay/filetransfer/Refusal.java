package dev.patchbay.filetransfer;

/// Says that what was asked for is not done, and why, in words for whoever asked: the peer at the server, the user at the REPL.
final class Refusal extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    Refusal(String message) {
        super(message);
    }
}
