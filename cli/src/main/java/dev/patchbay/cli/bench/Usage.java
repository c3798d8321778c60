package dev.patchbay.cli.bench;

/// What a process has taken so far.
///
/// @param cpu    the time of processors, its own and the system's for it, in nanoseconds
/// @param memory what it has in memory now, in bytes
record Usage(long cpu, long memory) {}
