package dev.patchbay.api.client;

import dev.patchbay.api.Stable;
import dev.patchbay.api.Stable.Implementer;
import java.util.List;

/// One conversation of a person with a server. Opened by a [ClientMode]; a lambda will do where there are no commands.
///
/// **Threads.** [#typed], the actions of commands and [#close] are called by one thread at a time. When one of them returns, the host
/// sends what it left in the connection's output; a session that has started a [background task][ClientContext#background] shares
/// its connection between threads, so it takes turns under a lock of its own and flushes what it sends itself.
///
/// **Ctrl-C** interrupts what runs: whoever waits for the connection gets a
/// [ConnectionException][dev.patchbay.api.wire.ConnectionException] with the reason `INTERRUPTED`, and whoever waits for something else an
/// [InterruptedException]; let both pass. Since a reply may be left half read, the host then ends this session in good order and opens
/// a new one when the user goes on.
///
/// **Errors.** An [IllegalArgumentException] is the user's: its message is shown in one line. A `ConnectionException` means
/// that the connection is lost: the user is told so, and how to open it again. Anything else is shown as a fault of the plugin.
@Stable(since = "1.0", implementedBy = Implementer.PLUGIN)
@FunctionalInterface
public interface ClientSession extends AutoCloseable {

    /// Does what a typed line means that is not a command.
    ///
    /// @param line what was typed, without its end, never blank
    void typed(String line) throws Exception;

    /// {@return the commands of this session, in the order in which help lists them; the same ones at every call}
    default List<Command> commands() {
        return List.of();
    }

    /// {@return what the prompt shows beside the protocol's name, such as the user's name; may be empty}
    default String status() {
        return "";
    }

    /// {@return what a line that is not a command does, for help, such as "posts it on the board"}
    default String textHelp() {
        return "is sent to the server";
    }

    /// Says goodbye as the protocol wants it, so that the server ends in peace too; the host then closes the connection. Must not
    /// wait for an answer. Not called if the connection is lost.
    @Override
    default void close() {}
}
