package dev.patchbay.guess;

/// What travels, in both directions.
///
/// @param letter from 0 to 255
record Packet(char letter, int number) {}
