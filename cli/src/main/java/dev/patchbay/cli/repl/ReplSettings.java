package dev.patchbay.cli.repl;

import dev.patchbay.api.Protocol;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// What a REPL needs to know before its first line.
///
/// @param protocols the protocols of the plugins, which may still be loading
/// @param gateway   the gateway on this machine
/// @param user      the user name, if the command line gave one
/// @param proposal  the user name to propose otherwise; may be empty
/// @param resolver  the address of a DNS 1.0 server, if the command line gave one
public record ReplSettings(
        CompletableFuture<List<Protocol>> protocols,
        LocalGateway gateway,
        Optional<String> user,
        String proposal,
        Optional<String> resolver) {}
