package first;

import dev.patchbay.api.client.ClientContext;
import dev.patchbay.api.client.ClientMode;
import dev.patchbay.api.client.ClientSession;
import dev.patchbay.api.client.Match;
import dev.patchbay.api.client.Recognizer;
import java.nio.ByteBuffer;

/// Speaks with a [FirstService], and knows another server by its first letter.
final class FirstMode implements ClientMode, Recognizer {

    @Override
    public ClientSession open(ClientContext context) {
        return new FirstSession(context);
    }

    @Override
    public Match recognize(ByteBuffer received) {
        if (received.get(received.position()) != '#') {
            return Match.NO;
        }
        return received.remaining() < 2 ? Match.NEED_MORE : Match.YES;
    }
}
