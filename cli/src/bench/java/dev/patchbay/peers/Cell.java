package dev.patchbay.peers;

import java.io.IOException;

/// A load, which every peer bears in turn.
sealed interface Cell permits Calculating {

    /// {@return what it is called on the command line and in the table}
    String name();

    /// {@return the unit of what it costs}
    String unit();

    /// Puts the load on a server and measures it.
    ///
    /// @param server runs all the time, for every load in turn
    Sample measure(Server server, Timing timing) throws IOException;

    static Cell parse(String word) {
        int x = word.indexOf('x');
        try {
            return new Calculating(Integer.parseInt(word.substring(0, x)), Integer.parseInt(word.substring(x + 1)));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("'" + word + "' is no load: CONNECTIONSxDEPTH such as 64x16");
        }
    }
}
