package dev.patchbay.gateway;

import dev.patchbay.api.journal.Entry;
import java.util.Optional;

/// One line of the table of journals.
///
/// @param name    the plugin's id, a slash, and the journal's name within the plugin
/// @param entries how many there are
/// @param oldest  the first of them, if there is one
/// @param newest  the last of them, if there is one
public record JournalRow(String name, long entries, Optional<Entry> oldest, Optional<Entry> newest) {}
