package dev.patchbay.dns;

import dev.patchbay.api.wire.Datagram;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.xbill.DNS.CookieOption;

/// Answers datagrams, whose sender may be forged, so that nobody can be flooded by way of us.
///
/// An address is proven if it is a loopback address, which the system lets nobody else use, or if the query has a cookie of ours, which
/// only went to that address. Everybody else gets no answer larger than the query, and not more answers than the rate: what is larger
/// comes over TCP, where an address is proven by itself. For all threads.
final class DatagramAnswers {

    private final Responder responder;
    private final Cookies cookies;
    private final ResponseRate rate;
    private final Predicate<InetAddress> unforgeable;

    DatagramAnswers(Responder responder, Cookies cookies, ResponseRate rate) {
        this(responder, cookies, rate, InetAddress::isLoopbackAddress);
    }

    /// For tests, which have only loopback addresses.
    ///
    /// @param unforgeable whether an address is proven by itself
    DatagramAnswers(Responder responder, Cookies cookies, ResponseRate rate, Predicate<InetAddress> unforgeable) {
        this.responder = responder;
        this.cookies = cookies;
        this.rate = rate;
        this.unforgeable = unforgeable;
    }

    /// {@return what to send back to the sender of a datagram, if anything}
    ///
    /// @param listening the address that it arrived at
    Optional<byte[]> to(Datagram datagram, InetSocketAddress listening) {
        InetSocketAddress peer = datagram.peer();
        // Nobody sends from port 0, and from our own address only somebody who wants us to talk to ourselves.
        boolean forged = peer.getPort() == 0 || isOwn(peer, listening);
        return forged ? Optional.empty() : responder.respond(datagram.payload()).flatMap(exchange -> to(peer.getAddress(), exchange));
    }

    private Optional<byte[]> to(InetAddress client, Exchange exchange) {
        Optional<CookieOption> cookie = exchange.cookie();
        Optional<CookieOption> renewed = cookie.map(offered -> cookies.renewed(offered, client));
        if (unforgeable.test(client) || cookie.filter(offered -> cookies.proves(offered, client)).isPresent()) {
            return Optional.of(renewed.map(exchange::with).orElse(exchange).toDatagram());
        }
        return switch (rate.take(client)) {
            case ANSWER -> Optional.of(noLarger(exchange, renewed));
            case CUT -> Optional.of(exchange.cut());
            case DROP -> Optional.empty();
        };
    }

    /// RFC 7873, section 5.2.3, wants our cookie in every answer to a client that has one of its own. Our cookie makes an answer 16 bytes
    /// larger than such a query, so there it would break the rule that it is for; the client then gets it over TCP. A client
    /// with an old cookie of ours has room for a new one, and is told to ask again with that.
    private static byte[] noLarger(Exchange exchange, Optional<CookieOption> cookie) {
        return Stream.of(cookie.map(exchange::with), cookie.map(exchange::badCookie), Optional.of(exchange))
                .flatMap(Optional::stream)
                .flatMap(candidate -> candidate.noLarger().stream())
                .findFirst()
                .orElseGet(exchange::cut);
    }

    private static boolean isOwn(InetSocketAddress peer, InetSocketAddress listening) {
        InetAddress address = peer.getAddress();
        boolean here = listening.getAddress().isAnyLocalAddress() ? isThisMachine(address) : address.equals(listening.getAddress());
        return here && peer.getPort() == listening.getPort();
    }

    private static boolean isThisMachine(InetAddress address) {
        try {
            return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return false;
        }
    }
}
