package dev.patchbay.cli.shell;

import dev.patchbay.api.client.Item;
import java.util.List;

/// What a shell may ask while the user types a line. Called by threads of the shell; answers from memory, at once.
public interface LineContext {

    /// {@return what stands before the line; it may change while the user types}
    Item prompt();

    /// {@return what the word before the cursor may become}
    ///
    /// @param typed the line up to the cursor
    List<Proposal> proposals(String typed);

    /// {@return what the line would be if it were entered now}
    Look look(String line);
}
