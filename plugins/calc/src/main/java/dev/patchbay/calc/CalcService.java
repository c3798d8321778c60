package dev.patchbay.calc;

import dev.patchbay.api.InlineService;
import dev.patchbay.api.wire.Connection;

/// Answers any number of expressions, one message each.
final class CalcService implements InlineService {

    @Override
    public boolean isWhole(Connection peer) {
        return peer.frames().isWhole();
    }

    @Override
    public void answer(Connection peer) {
        peer.frames().send(answer(peer.frames().receive()));
    }

    private static String answer(String expression) {
        try {
            return Decimals.text(Expression.value(expression));
        } catch (ExpressionException e) {
            return Answer.error(String.valueOf(e.getMessage()));
        }
    }
}
