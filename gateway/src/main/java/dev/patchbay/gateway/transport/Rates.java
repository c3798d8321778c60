package dev.patchbay.gateway.transport;

/// How fast a peer may send. Of one connection's handler.
record Rates(Pace bytes, Pace messages) {

    /// Without limits, for any number of connections.
    private static final Rates NONE = new Rates(new Pace(0, System::nanoTime), new Pace(0, System::nanoTime));

    static Rates of(TransportLimits limits) {
        return limits.bytesPerSecond() == 0 && limits.messagesPerSecond() == 0
                ? NONE
                : new Rates(new Pace(limits.bytesPerSecond(), System::nanoTime), new Pace(limits.messagesPerSecond(), System::nanoTime));
    }
}
