package dev.patchbay.peers;

import java.io.IOException;

/// A load, which every peer bears in turn.
sealed interface Cell permits Calculating, FanOut, Idle {

    /// {@return what it is called on the command line and in the table}
    String name();

    /// {@return the unit of what it costs}
    String unit();

    /// {@return whether it starts a server of its own, so that nothing is to be learnt before, and a few rounds are enough}
    default boolean fresh() {
        return false;
    }

    /// {@return how many connections it has open at the same time}
    int open();

    /// Puts the load on a server and measures it.
    ///
    /// @param server runs all the time, for every load in turn
    Sample measure(Server server, Timing timing) throws IOException;

    static Cell parse(String word) {
        String[] parts = word.split("[x:]", 2);
        try {
            int number = Integer.parseInt(parts[1]);
            return switch (parts[0]) {
                case "fan-out" -> new FanOut(number);
                case "idle" -> new Idle(number);
                default -> new Calculating(Integer.parseInt(parts[0]), number);
            };
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + word + "' is no load: CONNECTIONSxDEPTH such as 64x16, fan-out:RECEIVERS or idle:CONNECTIONS", e);
        }
    }
}
