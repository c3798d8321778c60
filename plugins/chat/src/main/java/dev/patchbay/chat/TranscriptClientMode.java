package dev.patchbay.chat;

import dev.patchbay.api.client.ClientContext;
import dev.patchbay.api.client.ClientMode;
import dev.patchbay.api.client.ClientSession;
import dev.patchbay.api.client.Match;
import dev.patchbay.api.client.Recognizer;
import java.nio.ByteBuffer;

/// Shows what was said before, and says what is typed. Servers of both kinds begin with a count, so the user has to say which it is.
final class TranscriptClientMode implements ClientMode, Recognizer {

    private static final int HEADER_SIZE = 4;

    private final TranscriptKind kind;

    TranscriptClientMode(TranscriptKind kind) {
        this.kind = kind;
    }

    @Override
    public ClientSession open(ClientContext context) {
        TranscriptSession session = new TranscriptSession(kind, new RemoteTranscript(context, kind.goodbye()), context.console());
        session.begin();
        return session;
    }

    @Override
    public Match recognize(ByteBuffer received) {
        int size = 0;
        for (int i = 0; i < received.remaining(); i++) {
            int digit = received.get(received.position() + i) - '0';
            if (digit < 0 || digit > 9) {
                return Match.NO;
            }
            if (i < HEADER_SIZE) {
                size = size * 10 + digit;
            } else if (i == HEADER_SIZE + size - 1) {
                return Match.YES;
            }
            if (i >= HEADER_SIZE - 1 && (size == 0 || size > RemoteTranscript.MAX_DIGITS)) {
                return Match.NO;
            }
        }
        return Match.NEED_MORE;
    }
}
