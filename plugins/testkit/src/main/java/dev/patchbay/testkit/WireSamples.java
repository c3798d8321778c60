package dev.patchbay.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.Protocol;
import java.util.Optional;

/// What a [StreamProtocolContract] has to know of a protocol: how to serve it, and samples of what goes over its wire.
///
/// ```java
/// WireSamples.framed(new EchoProtocol())
///         .conversation(peer -> {
///             peer.expectFrame("Echo Server 1.0");
///             peer.sendFrame("hello");
///             peer.expectFrame("hello");
///         })
///         .request("0005hello")
///         .largest(peer -> {
///             peer.expectFrame("Echo Server 1.0");
///             peer.sendFrame("x".repeat(9999));
///             peer.expectFrame("x".repeat(9999));
///         });
/// ```
///
/// Each method changes the samples and returns them.
public final class WireSamples {

    /// What one peer says and expects, from the moment it is connected. Its connection is closed when it returns.
    @FunctionalInterface
    public interface Script {

        /// Plays it.
        void play(TestPeer peer) throws Exception;
    }

    /// As much as makes a server that keeps it in memory stand out, and soon said.
    private static final int FLOOD = 8 << 20;

    private static final int CROWD = 1000;

    private final ServerSetup setup;
    private String listener;
    private Optional<Script> conversation = Optional.empty();
    private Optional<Script> largest = Optional.empty();
    private Optional<Script> tooLarge = Optional.empty();
    private byte[] request = {};
    private byte[] unfinished = {};
    private boolean borders = true;
    private boolean prints;
    private int flood = FLOOD;
    private int crowd = CROWD;

    private WireSamples(Protocol protocol) {
        setup = ProtocolServer.of(protocol);
        listener = protocol.info().id();
    }

    /// {@return the samples of a protocol, of which all but the options have to be said}
    public static WireSamples of(Protocol protocol) {
        return new WireSamples(protocol);
    }

    /// {@return the samples of a protocol of messages with four digits before them, which have unfinished ones and a too large one}
    public static WireSamples framed(Protocol protocol) {
        return of(protocol).unfinished("0005hel").tooLarge(peer -> {
            // The header has no room for more than 9999: its first four digits are a smaller size, and the rest is no message.
            peer.send("10000" + "x".repeat(10_000));
            peer.expectEnd();
        });
    }

    /// An option of the protocol, as for [ServerSetup#option].
    public WireSamples option(String name, Object value) {
        setup.option(name, value);
        return this;
    }

    /// Peers connect to the lobby instead, and begin with what opens the protocol there.
    public WireSamples throughTheLobby() {
        listener = "lobby";
        return this;
    }

    /// A short conversation that works: at any time, any number of times, beside others, and whatever others have said before. The
    /// shorter it is the better: it is broken off after every byte that it sends.
    public WireSamples conversation(Script script) {
        conversation = Optional.of(script);
        return this;
    }

    /// A request that may be sent again and again, whether anybody reads the answers or not.
    public WireSamples request(byte[] bytes) {
        request = bytes.clone();
        return this;
    }

    /// A request, in UTF-8.
    public WireSamples request(String text) {
        return request(text.getBytes(UTF_8));
    }

    /// What begins a message and does not end it.
    public WireSamples unfinished(byte[] bytes) {
        unfinished = bytes.clone();
        return this;
    }

    /// What begins a message and does not end it, in UTF-8.
    public WireSamples unfinished(String text) {
        return unfinished(text.getBytes(UTF_8));
    }

    /// A message is whatever has arrived: none is ever unfinished, and none survives being cut into single bytes.
    public WireSamples withoutBorders() {
        borders = false;
        return unfinished("hel");
    }

    /// The largest message that is accepted, and how that shows.
    public WireSamples largest(Script script) {
        largest = Optional.of(script);
        return this;
    }

    /// A message of one byte more, and how it shows that it is not accepted.
    public WireSamples tooLarge(Script script) {
        tooLarge = Optional.of(script);
        return this;
    }

    /// The service logs the messages it is sent, because that is what it is for.
    public WireSamples printing() {
        prints = true;
        return this;
    }

    /// How many bytes of requests somebody sends who never reads. Fewer where it is others who get the answers, or where they push
    /// out of a journal what a conversation looks for: it keeps 2000 entries.
    public WireSamples flood(int bytes) {
        flood = bytes;
        return this;
    }

    /// How many connections there are at the same time that say nothing.
    public WireSamples crowd(int connections) {
        crowd = connections;
        return this;
    }

    ServerSetup setup() {
        return setup;
    }

    String listener() {
        return listener;
    }

    Script conversation() {
        return conversation.orElseThrow(() -> missing("conversation"));
    }

    Script largest() {
        return largest.orElseThrow(() -> missing("largest"));
    }

    Script tooLarge() {
        return tooLarge.orElseThrow(() -> missing("tooLarge"));
    }

    byte[] request() {
        if (request.length == 0) {
            throw missing("request");
        }
        return request;
    }

    byte[] unfinished() {
        if (unfinished.length == 0) {
            throw missing("unfinished");
        }
        return unfinished;
    }

    boolean hasBorders() {
        return borders;
    }

    boolean prints() {
        return prints;
    }

    int flood() {
        return flood;
    }

    int crowd() {
        return crowd;
    }

    private static AssertionError missing(String sample) {
        return new AssertionError("the contract needs one more sample of the wire: add ." + sample + "(...)");
    }
}
