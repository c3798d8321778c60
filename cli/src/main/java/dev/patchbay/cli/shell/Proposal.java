package dev.patchbay.cli.shell;

/// What a word may become.
///
/// @param word  the whole word
/// @param help  what it is, in one line; may be empty
/// @param group which kind of thing it is, such as `commands of bbs`
public record Proposal(String word, String help, String group) {}
