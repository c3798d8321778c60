package dev.patchbay.cli.repl;

import dev.patchbay.api.Protocol;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What a REPL needs to know before its first line.
///
/// @param protocols gives the protocols of the plugins that there are at that moment; waits until they are loaded
/// @param gateway   the gateway on this machine
/// @param user      the user name, if the command line gave one
/// @param proposal  the user name to propose otherwise; may be empty
/// @param resolver  the address of a DNS 1.0 server, if the command line gave one
/// @param address   what to open first, if the command line names it
/// @param patience  how long a server may be silent while a command waits for it; zero for ever
public record ReplSettings(
        Supplier<List<Protocol>> protocols,
        LocalGateway gateway,
        Optional<String> user,
        String proposal,
        Optional<String> resolver,
        Optional<String> address,
        Duration patience) {}
