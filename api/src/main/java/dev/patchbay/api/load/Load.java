package dev.patchbay.api.load;

import dev.patchbay.api.Stable;
import dev.patchbay.api.Stable.Implementer;
import java.util.Optional;
import java.util.regex.Pattern;

/// One thing that can be measured of a server: the same kind of request, again and again. Immutable: each method that sets something
/// returns a new value.
///
/// ```java
/// public List<Load> loads() {
///     Load echo = Load.of("echo", "has a text sent back", context -> {
///         Message text = Message.frame("x".repeat((int) context.size()));
///         return Exchange.of(context.connect(), List.of(text), List.of(text));
///     });
///     return List.of(echo.size(32, 0, Frames.MAX_SIZE));
/// }
/// ```
@Stable(since = "1.1")
public final class Load {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    /// Begins an exchange.
    @Stable(since = "1.1", implementedBy = Implementer.PLUGIN)
    @FunctionalInterface
    public interface Opening {

        /// Connects, logs in where the protocol wants that, and prepares what need not be done again for each request.
        ///
        /// @throws IllegalArgumentException if the load cannot be as the user wants it; the message says what can, in one line
        /// @throws Exception                as [Exchange] says
        Exchange open(LoadContext context) throws Exception;
    }

    /// What a user may make larger or smaller: a request, a file, or whatever the load is about.
    ///
    /// @param usual    how large it is if nothing else is said, in bytes
    /// @param smallest how small it may be
    /// @param largest  how large
    @Stable(since = "1.1")
    public record Size(long usual, long smallest, long largest) {}

    private final String name;
    private final String summary;
    private final Opening opening;
    private final Optional<Size> size;
    private final Optional<String> counted;
    private final boolean pipelined;
    private final boolean separate;

    private Load(
            String name, String summary, Opening opening, Optional<Size> size, Optional<String> counted, boolean pipelined, boolean separate) {
        this.name = name;
        this.summary = summary;
        this.opening = opening;
        this.size = size;
        this.counted = counted;
        this.pipelined = pipelined;
        this.separate = separate;
    }

    /// {@return a load with an exchange on each connection, of any number of requests at a time}
    ///
    /// @param name    lower-case letters, digits and `-`, beginning with a letter, at most 32; unique in its protocol
    /// @param summary what it does, in one line, without a capital at its beginning or a full stop
    /// @param opening begins an exchange
    public static Load of(String name, String summary, Opening opening) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a load's name has lower-case letters, digits and '-', and begins with a letter; '" + name + "' does not");
        }
        return new Load(name, summary, opening, Optional.empty(), Optional.empty(), true, true);
    }

    /// {@return the same with a size that the user may choose}
    ///
    /// @param usual    the size if nothing else is said, in bytes
    /// @param smallest the smallest that may be chosen
    /// @param largest  the largest
    public Load size(long usual, long smallest, long largest) {
        return new Load(name, summary, opening, Optional.of(new Size(usual, smallest, largest)), counted, pipelined, separate);
    }

    /// {@return the same with something that its exchanges [count][LoadContext#count], to be shown for each second beside them}
    ///
    /// @param what in the plural, such as `entries`; `bytes` are shown as such
    public Load counting(String what) {
        return new Load(name, summary, opening, size, Optional.of(what), pipelined, separate);
    }

    /// {@return the same with one request at a time, for a wire that cannot tell two apart or a request in several steps}
    public Load unpipelined() {
        return new Load(name, summary, opening, size, counted, false, separate);
    }

    /// {@return the same with a single exchange, which itself makes as many connections as the user wants}
    public Load joint() {
        return new Load(name, summary, opening, size, counted, pipelined, false);
    }

    /// {@return what it is called}
    public String name() {
        return name;
    }

    /// {@return what it does, in one line}
    public String summary() {
        return summary;
    }

    /// {@return what begins an exchange}
    public Opening opening() {
        return opening;
    }

    /// {@return its size, if it has one}
    public Optional<Size> size() {
        return size;
    }

    /// {@return what its exchanges count, if they do}
    public Optional<String> counted() {
        return counted;
    }

    /// {@return whether several requests may be under way in an exchange}
    public boolean pipelined() {
        return pipelined;
    }

    /// {@return whether each connection has an exchange of its own}
    public boolean separate() {
        return separate;
    }

    @Override
    public String toString() {
        return name;
    }
}
