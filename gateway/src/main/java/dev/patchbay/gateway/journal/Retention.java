package dev.patchbay.gateway.journal;

import java.time.Duration;

/// What is kept of the journals.
///
/// @param keep     how many entries of each journal, at least 1
/// @param keepTime for how long each entry; zero for ever
/// @param maxSize  how many bytes all of them may take together; an append that would need more fails
public record Retention(int keep, Duration keepTime, long maxSize) {}
