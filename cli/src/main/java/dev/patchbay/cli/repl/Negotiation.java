package dev.patchbay.cli.repl;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.client.Match;
import dev.patchbay.api.client.Recognizer;
import dev.patchbay.api.wire.Message;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Finds out which protocol a server speaks, by asking every protocol of ours about its first words. A banner counts before
/// what a mode recognises by itself.
record Negotiation(List<Protocol> protocols) {

    private static final int HEADER_SIZE = 4;

    Verdict judge(ByteBuffer received) {
        ByteBuffer lobby = frame(Lobby.BANNER);
        List<Protocol> announced = with(received, Match.YES);
        if (match(received, lobby) == Match.YES) {
            return new Verdict.Lobby(lobby.remaining());
        }
        if (!announced.isEmpty()) {
            return new Verdict.Ours(announced, frame(announced.getFirst().info().banner()).remaining());
        }
        boolean open = match(received, lobby) == Match.NEED_MORE || !with(received, Match.NEED_MORE).isEmpty();
        List<Protocol> recognised = new ArrayList<>();
        for (Protocol protocol : protocols) {
            Match match = recognise(protocol, received);
            open |= match == Match.NEED_MORE;
            if (match == Match.YES) {
                recognised.add(protocol);
            }
        }
        if (open) {
            return new Verdict.NeedMore();
        }
        return recognised.isEmpty() ? new Verdict.Unknown() : new Verdict.Ours(List.copyOf(recognised), 0);
    }

    /// {@return whether enough has arrived to go on}
    boolean isDecided(ByteBuffer received) {
        return switch (judge(received)) {
            case Verdict.Ours _, Verdict.Lobby _ -> true;
            case Verdict.NeedMore _ -> false;
            // A user wants to read the whole banner of a stranger, and the goodbye to it depends on it too.
            case Verdict.Unknown _ -> !isCutFrame(received);
        };
    }

    private static boolean isCutFrame(ByteBuffer received) {
        String header = ISO_8859_1.decode(received.slice(received.position(), Math.min(HEADER_SIZE, received.remaining()))).toString();
        return header.matches("\\d{4}") && received.remaining() < HEADER_SIZE + Integer.parseInt(header);
    }

    private List<Protocol> with(ByteBuffer received, Match match) {
        return protocols.stream()
                .filter(protocol -> match(received, frame(protocol.info().banner())) == match)
                .toList();
    }

    private static Match match(ByteBuffer received, ByteBuffer banner) {
        int common = Math.min(received.remaining(), banner.remaining());
        ByteBuffer there = received.slice(received.position(), common);
        if (!there.equals(banner.slice(0, common))) {
            return Match.NO;
        }
        return common == banner.remaining() ? Match.YES : Match.NEED_MORE;
    }

    private static Match recognise(Protocol protocol, ByteBuffer received) {
        try (var _ = new PluginScope(protocol)) {
            return protocol.clientMode() instanceof Recognizer recognizer
                    ? recognizer.recognize(received.asReadOnlyBuffer())
                    : Match.NO;
        } catch (RuntimeException | LinkageError e) {
            // A mode that fails over strange bytes does not know them.
            return Match.NO;
        }
    }

    private static ByteBuffer frame(String text) {
        return Message.frame(text).buffer();
    }
}
