package dev.patchbay.cli.repl;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.client.ClientMode;
import dev.patchbay.api.client.Console;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// Reaches servers: connects, hears what they say first, and finds the protocol of ours that it belongs to.
final class Dialer implements AutoCloseable {

    /// How long a server has to say what it speaks.
    static final Duration PATIENCE = Duration.ofSeconds(1);

    /// How long a server that should be silent has to say that it is another one after all.
    private static final Duration MOMENT = Duration.ofMillis(250);

    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final Catalog catalog;
    private final Console console;
    private final Set<Wire> wires = ConcurrentHashMap.newKeySet();

    Dialer(Catalog catalog, Console console) {
        this.catalog = catalog;
        this.console = console;
    }

    /// Goes a route to its end.
    ///
    /// @throws CommandFailure if there is nobody there, or nobody that we understand
    Reached dial(Route route) throws CommandFailure, InterruptedException {
        return switch (route) {
            case Route.Raw raw -> raw(raw);
            case Route.Direct direct -> direct(direct);
            case Route.ThroughLobby through -> throughLobby(through);
        };
    }

    private Reached raw(Route.Raw route) throws CommandFailure {
        return new Reached.Server(tracked(Wire.dial(route.address(), route.label())), "raw", "plain text", ClientMode.rawLines());
    }

    private Reached direct(Route.Direct route) throws CommandFailure, InterruptedException {
        Strangers strangers = new Strangers(route.label(), catalog);
        Wire wire = tracked(Wire.dial(route.address(), route.label()));
        boolean understood = false;
        try {
            Optional<String> named = route.protocol().filter(id -> !id.equals(Lobby.ID));
            Reached reached = named.isEmpty() ? recognise(wire, strangers, route) : check(wire, strangers, known(named.get(), strangers));
            understood = true;
            return reached;
        } finally {
            if (!understood) {
                wire.leave();
            }
        }
    }

    private Reached recognise(Wire wire, Strangers strangers, Route.Direct route) throws CommandFailure, InterruptedException {
        Negotiation negotiation = new Negotiation(catalog.all());
        FirstWords words = wire.listen(negotiation, PATIENCE);
        if (words.isEmpty()) {
            throw words.ended() ? strangers.closed() : strangers.silent();
        }
        Verdict verdict = negotiation.judge(words.bytes());
        if (route.protocol().isPresent() && !(verdict instanceof Verdict.Lobby)) {
            throw strangers.noLobby(words);
        }
        return switch (verdict) {
            case Verdict.Ours ours -> server(wire, choose(ours.protocols(), strangers), ours.consumed());
            case Verdict.Lobby lobby -> lobby(wire, lobby, route);
            case Verdict.NeedMore _, Verdict.Unknown _ -> throw strangers.unknown(words);
        };
    }

    private static Reached lobby(Wire wire, Verdict.Lobby verdict, Route.Direct route) throws CommandFailure {
        wire.consume(verdict.consumed());
        wire.leave();
        Lobby lobby = new Lobby(route.address(), route.label());
        return new Reached.AtLobby(lobby, lobby.entries());
    }

    /// Makes sure that a server speaks the protocol that the user named, as far as one can tell.
    private Reached check(Wire wire, Strangers strangers, Protocol wanted) throws CommandFailure, InterruptedException {
        boolean announced = wanted.info().announced();
        Negotiation negotiation = new Negotiation(catalog.all());
        FirstWords words = wire.listen(negotiation, announced ? PATIENCE : MOMENT);
        if (words.isEmpty() && announced) {
            throw words.ended() ? strangers.closed() : strangers.silent(wanted.info());
        }
        Verdict verdict = words.isEmpty() ? new Verdict.Unknown() : negotiation.judge(words.bytes());
        if (verdict instanceof Verdict.Ours ours && ours.protocols().contains(wanted)) {
            return server(wire, wanted, ours.consumed());
        }
        boolean anothersBanner = verdict instanceof Verdict.Lobby || (verdict instanceof Verdict.Ours ours && ours.consumed() > 0);
        if (announced || anothersBanner) {
            throw strangers.other(wanted.info(), words);
        }
        return server(wire, wanted, 0);
    }

    private Reached throughLobby(Route.ThroughLobby route) throws CommandFailure, InterruptedException {
        Strangers strangers = new Strangers(route.label(), catalog);
        Protocol wanted = known(route.protocol(), strangers);
        Wire wire = tracked(route.lobby().open(route.protocol()));
        return LobbyAnswer.read(wire, wanted, strangers);
    }

    private Protocol known(String id, Strangers strangers) throws CommandFailure {
        return catalog.find(id).orElseThrow(() -> strangers.noPlugin(id));
    }

    private Protocol choose(List<Protocol> protocols, Strangers strangers) throws CommandFailure {
        if (protocols.size() == 1) {
            return protocols.getFirst();
        }
        if (!console.interactive()) {
            throw strangers.ambiguous(protocols);
        }
        List<String> ids = protocols.stream().map(protocol -> protocol.info().id()).toList();
        String answer = console.ask("Which protocol is it: " + String.join(", ", ids), ids.getFirst()).strip();
        Optional<Protocol> chosen = protocols.stream().filter(protocol -> protocol.info().id().equals(answer)).findFirst();
        return chosen.orElseThrow(() -> new IllegalArgumentException("'" + answer + "' is none of " + String.join(", ", ids)));
    }

    private static Reached server(Wire wire, Protocol protocol, int consumed) {
        wire.consume(consumed);
        return Reached.Server.of(wire, protocol);
    }

    private Wire tracked(Wire wire) {
        wires.add(wire);
        var _ = wire.ended().thenRun(() -> wires.remove(wire));
        return wire;
    }

    /// Gives servers that were just left a moment to hear it, before the process ends and cuts the line.
    @Override
    public void close() {
        wires.forEach(Wire::close);
        CompletableFuture<?>[] ends = wires.stream().map(Wire::ended).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(ends)
                .completeOnTimeout(null, FAREWELL.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
