package dev.patchbay.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;

/// What comes over a wire from those who mean another protocol, or none.
final class Garbage {

    private static final int RANDOM_SAMPLES = 20;

    /// How a browser begins that was told `https`: the beginning of its record says 512 bytes.
    private static final String TLS_HELLO = "1603010200" + "010001fc" + "0303" + "5a".repeat(32) + "20" + "a5".repeat(32) + "0020";

    private static final String HTTP_REQUEST = "GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\nUser-Agent: \u001b[2J\r\nAccept: */*\r\n\r\n";

    private Garbage() {}

    /// {@return the same in every run}
    static List<byte[]> samples() {
        List<byte[]> samples = new ArrayList<>();
        samples.add(filled(0x00));
        samples.add(filled(0xff));
        samples.add(filled('\n'));
        samples.add(filled('9'));
        samples.add(HexFormat.of().parseHex(TLS_HELLO));
        samples.add(HTTP_REQUEST.getBytes(US_ASCII));
        samples.add("0006\u001b[2J\r\n".getBytes(US_ASCII));
        for (int seed = 0; seed < RANDOM_SAMPLES; seed++) {
            samples.add(Fuzz.bytes(new SplittableRandom(seed), 3000));
        }
        return samples;
    }

    private static byte[] filled(int value) {
        byte[] bytes = new byte[1000];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
