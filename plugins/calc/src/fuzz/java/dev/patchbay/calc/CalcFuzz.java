package dev.patchbay.calc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.testkit.CannedClient;
import dev.patchbay.testkit.CannedTransport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Both calculators, as servers and as clients.
class CalcFuzz {

    private static final Pattern VALUE = Pattern.compile("-?[0-9]{1,1000}(\\.[0-9]{1,1000})?");
    private static final Pattern FAULT = Pattern.compile(".+ at position ([0-9]+)");

    @FuzzTest
    void anyBytesWillDo(byte[] input) throws Exception {
        anythingTypedIsAValueOrAFaultWithinIt(input);
        requestsOfAnyFormatAreAnswered(input);
        aServerMayAnswerAnything(input);
    }

    private void anythingTypedIsAValueOrAFaultWithinIt(byte[] input) {
        String typed = new String(input, UTF_8);
        try {
            assertThat(Decimals.text(Expression.value(typed))).matches(VALUE);
        } catch (ExpressionException e) {
            Matcher fault = FAULT.matcher(String.valueOf(e.getMessage()));
            assertThat(fault.matches()).isTrue();
            assertThat(Integer.parseInt(fault.group(1))).isBetween(1, typed.codePointCount(0, typed.length()) + 1);
        }
    }

    private void requestsOfAnyFormatAreAnswered(byte[] input) throws Exception {
        for (RequestFormat request : RequestFormat.values()) {
            for (ReplyFormat reply : ReplyFormat.values()) {
                try {
                    new CalcBinaryService(request, reply).serve(new Connection(new CannedTransport(input, 5)));
                } catch (ConnectionException e) {
                    // Cut short, or a result that the format has no room for.
                }
            }
        }
    }

    private void aServerMayAnswerAnything(byte[] input) throws Exception {
        CannedClient.talk(new CalcClientMode(), input, "1 + 2", "/demo");
        CannedClient.talk(new CalcBinaryClientMode(), input, "1 + 2", "/format int", "1 + 2", "/format struct ici", "1 + 2");
    }
}
