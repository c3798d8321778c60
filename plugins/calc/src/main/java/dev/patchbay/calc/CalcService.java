package dev.patchbay.calc;

import dev.patchbay.api.StreamService;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.Frames;

/// Answers any number of expressions, one message each.
final class CalcService implements StreamService {

    @Override
    public void serve(Connection peer) {
        Frames frames = peer.frames();
        while (frames.hasNext()) {
            frames.send(answer(frames.receive()));
        }
    }

    private static String answer(String expression) {
        try {
            return Decimals.text(Expression.value(expression));
        } catch (ExpressionException e) {
            return Answer.error(String.valueOf(e.getMessage()));
        }
    }
}
