package dev.patchbay.cli;

import dev.patchbay.api.Protocol;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;

/// Gateways in this process, one for each protocol and address at which the user takes part in broadcasts. What a gateway's service
/// does with broadcasts, a bridge to connections, is all that a REPL needs; and the port can be shared with other programs.
final class OwnBridges implements AutoCloseable {

    private final Map<String, SmallGateway> bridges = new HashMap<>();

    /// {@return the lobby of the one for this protocol and address}
    synchronized InetSocketAddress lobby(Protocol protocol, InetSocketAddress address) throws IOException {
        String key = protocol.info().id() + " " + address;
        SmallGateway bridge = bridges.get(key);
        if (bridge == null) {
            bridge = SmallGateway.start(protocol, address, true, Map.of(), _ -> {});
            bridges.put(key, bridge);
        }
        return bridge.gateway().listeners().getFirst().address();
    }

    @Override
    public synchronized void close() throws IOException {
        for (SmallGateway bridge : bridges.values()) {
            bridge.close();
        }
        bridges.clear();
    }
}
