package dev.patchbay.dns;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.xbill.DNS.CookieOption;

/// Makes the cookies by which a client proves that it is where it says it is (RFC 7873), and knows them again. Nothing is remembered:
/// a cookie holds its time, and a hash of that, of the client's own cookie and of its address with a secret of this service. For all
/// threads.
///
/// The layout and the lifetimes are those of RFC 9018, section 4. Its hash is SipHash, so that servers of different makers
/// behind one address agree; nobody shares our secret, so the hash is the JDK's HMAC.
final class Cookies {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int HASH_SIZE = 8;
    private static final int SIZE = 16;
    private static final int VERSION = 1 << 24;
    private static final long MAX_AGE = Duration.ofHours(1).toSeconds();

    /// How far a cookie's time may lie ahead, as after a clock was set.
    private static final long MAX_LEAD = Duration.ofMinutes(5).toSeconds();

    private final SecretKeySpec secret;
    private final Clock clock;

    Cookies(Clock clock) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        secret = new SecretKeySpec(random, ALGORITHM);
        this.clock = clock;
    }

    /// {@return the client's cookie, with ours for it}
    CookieOption renewed(CookieOption cookie, InetAddress client) {
        return new CookieOption(cookie.getClientCookie(), made(cookie.getClientCookie(), seconds(), client));
    }

    /// {@return whether the cookie has one of ours, made for this client not long ago}
    boolean proves(CookieOption cookie, InetAddress client) {
        byte[] server = cookie.getServerCookie().orElse(new byte[0]);
        if (server.length != SIZE) {
            return false;
        }
        int time = ByteBuffer.wrap(server).getInt(Integer.BYTES);
        // As in RFC 1982: the difference is right even where the number of seconds begins anew.
        int age = seconds() - time;
        return age <= MAX_AGE && age >= -MAX_LEAD && MessageDigest.isEqual(server, made(cookie.getClientCookie(), time, client));
    }

    private byte[] made(byte[] clientCookie, int time, InetAddress client) {
        ByteBuffer cookie = ByteBuffer.allocate(SIZE).putInt(VERSION).putInt(time);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update(clientCookie);
            mac.update(cookie.array(), 0, cookie.position());
            mac.update(client.getAddress());
            return cookie.put(Arrays.copyOf(mac.doFinal(), HASH_SIZE)).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    private int seconds() {
        return (int) clock.instant().getEpochSecond();
    }
}
