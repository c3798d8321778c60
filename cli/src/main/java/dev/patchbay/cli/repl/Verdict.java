package dev.patchbay.cli.repl;

import dev.patchbay.api.Protocol;
import java.util.List;

/// What the first words of a server are.
sealed interface Verdict {

    /// Those of protocols of ours: one, or several between which only the user can choose.
    ///
    /// @param consumed how many of the bytes were the banner, which no session wants to see
    record Ours(List<Protocol> protocols, int consumed) implements Verdict {}

    /// Those of a lobby.
    record Lobby(int consumed) implements Verdict {}

    /// Perhaps those of one of our protocols: too little has arrived to tell.
    record NeedMore() implements Verdict {}

    /// Those of no protocol of ours.
    record Unknown() implements Verdict {}
}
