package dev.patchbay.peers;

import java.util.Locale;

/// What was measured once.
///
/// @param count replies checked, or messages delivered, or connections held
/// @param cost what is compared: microseconds of the server's CPU, or bytes of its memory, for one of them
/// @param resident the server's memory at the end, in bytes
/// @param p50 half of the replies came within so many microseconds
/// @param others the part of the machine's processors that neither server nor clients had
record Sample(long count, double seconds, double cost, long resident, int p50, int p99, double others) {

    double rate() {
        return count / seconds;
    }

    String json(int round, Cell cell, Peer peer) {
        return String.format(
                Locale.ROOT,
                "{\"round\":%d,\"cell\":\"%s\",\"peer\":\"%s\",\"count\":%d,\"seconds\":%.3f,\"rate\":%.0f,\"cost\":%.4f,\"unit\":\"%s\","
                        + "\"resident\":%d,\"p50\":%d,\"p99\":%d,\"others\":%.3f}",
                round, cell.name(), peer.name(), count, seconds, rate(), cost, cell.unit(), resident, p50, p99, others);
    }
}
