package dev.patchbay.calc;

import dev.patchbay.api.load.Exchange;
import dev.patchbay.api.load.Load;
import dev.patchbay.api.load.LoadContext;
import dev.patchbay.api.wire.Frames;
import dev.patchbay.api.wire.Message;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Sums, of which no two in turn have the same result.
final class CalcLoads {

    private static final int SUMS = 64;
    private static final int ADDEND = 1000;
    private static final int LONGEST = "63 + 1000".length();

    private CalcLoads() {}

    static List<Load> ofExpressions() {
        return List.of(Load.of("add", "adds two numbers", context ->
                        sums(context, i -> Message.frame(expression(i, context.size())), i -> Message.frame(Integer.toString(sum(i)))))
                .size(LONGEST, LONGEST, Frames.MAX_SIZE));
    }

    /// Filled up with spaces.
    private static String expression(int i, long size) {
        String sum = i + " + " + ADDEND;
        return sum + " ".repeat((int) size - sum.length());
    }

    static List<Load> ofBinary() {
        return List.of(
                Load.of("text", "adds two numbers, for a server that replies in text, as by default", context ->
                        sums(context, CalcLoads::request, i -> Message.text(Integer.toString(sum(i))))),
                Load.of("int", "adds two numbers, for a listener with reply = int", context ->
                        sums(context, CalcLoads::request, i -> record(4, record -> record.putInt(sum(i))))));
    }

    private static Message request(int i) {
        return record(RequestFormat.IIC.size(), record -> RequestFormat.IIC.put(new Calculation(i, '+', ADDEND), record));
    }

    private static Message record(int size, Consumer<ByteBuffer> fill) {
        byte[] bytes = new byte[size];
        fill.accept(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        return Message.of(bytes);
    }

    private static int sum(int i) {
        return i + ADDEND;
    }

    private static Exchange sums(LoadContext context, IntFunction<Message> request, IntFunction<Message> reply) throws Exception {
        return Exchange.of(
                context.connect(), IntStream.range(0, SUMS).mapToObj(request).toList(), IntStream.range(0, SUMS).mapToObj(reply).toList());
    }
}
