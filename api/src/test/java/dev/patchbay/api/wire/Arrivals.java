package dev.patchbay.api.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One way in which the network may cut a stream of bytes into packets.
record Arrivals(List<byte[]> packets) {

    /// The stream whole, cut in two at every byte, and byte by byte.
    static Stream<Arrivals> of(byte[] stream) {
        Stream<Arrivals> whole = Stream.of(new Arrivals(List.of(stream)));
        Stream<Arrivals> inTwo = IntStream.range(1, stream.length).mapToObj(cut -> cutAt(stream, cut));
        return Stream.of(whole, inTwo, Stream.of(byteByByte(stream))).flatMap(each -> each);
    }

    static Stream<Arrivals> of(String stream) {
        return of(stream.getBytes(UTF_8));
    }

    private static Arrivals cutAt(byte[] stream, int cut) {
        return new Arrivals(List.of(Arrays.copyOf(stream, cut), Arrays.copyOfRange(stream, cut, stream.length)));
    }

    static Arrivals byteByByte(byte[] stream) {
        return new Arrivals(IntStream.range(0, stream.length).mapToObj(i -> new byte[] {stream[i]}).toList());
    }

    FakeTransport transport() {
        return FakeTransport.receiving(packets);
    }

    Connection connection() {
        return new Connection(transport());
    }

    @Override
    public String toString() {
        return packets.stream().map(packet -> Integer.toString(packet.length)).collect(Collectors.joining(" + ", "", " bytes"));
    }
}
