package dev.patchbay.api.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.Stable;
import java.net.InetSocketAddress;

/// One datagram. Immutable.
@Stable(since = "1.0")
public final class Datagram {

    private final InetSocketAddress peer;
    private final byte[] payload;

    private Datagram(InetSocketAddress peer, byte[] payload) {
        this.peer = peer;
        this.payload = payload;
    }

    /// {@return a datagram}
    ///
    /// @param peer    where it comes from, or where it goes
    /// @param payload its bytes, which are copied
    public static Datagram of(InetSocketAddress peer, byte[] payload) {
        return new Datagram(peer, payload.clone());
    }

    /// {@return a datagram of this text in UTF-8}
    public static Datagram text(InetSocketAddress peer, String text) {
        return new Datagram(peer, text.getBytes(UTF_8));
    }

    /// {@return where it comes from, which may be forged, or where it goes}
    public InetSocketAddress peer() {
        return peer;
    }

    /// {@return its bytes, a copy}
    public byte[] payload() {
        return payload.clone();
    }

    /// {@return its bytes as UTF-8 text; what is not UTF-8 becomes U+FFFD}
    public String text() {
        return new String(payload, UTF_8);
    }

    @Override
    public String toString() {
        return "datagram of " + payload.length + " bytes, peer " + peer;
    }
}
