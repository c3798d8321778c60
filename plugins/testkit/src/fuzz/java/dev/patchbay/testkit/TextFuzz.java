package dev.patchbay.testkit;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.patchbay.api.client.Item;
import dev.patchbay.gateway.text.JsonText;
import dev.patchbay.gateway.text.SafeText;
import dev.patchbay.gateway.text.TableText;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/// What makes remote text safe: any text, halves of surrogate pairs included.
class TextFuzz {

    @FuzzTest
    void nothingLeaksAndProgramsReadItExactly(byte[] input) {
        check(new String(input, UTF_8));
        check(ByteBuffer.wrap(input, 0, input.length & ~1).asCharBuffer().toString());
        check(new String(input, UTF_16BE));
    }

    private static void check(String text) {
        assertThat(HostileText.leaks(SafeText.of(text))).isEmpty();
        Item item = Item.of("text").with("text", text);
        assertThat(JsonObject.read(JsonText.of(item))).isEqualTo(Map.of("type", "text", "text", text));
        assertThat(HostileText.leaks(JsonText.of(item))).isEmpty();
        assertThat(TableText.of(List.of(item)).split("\n", -1)).hasSize(2).allSatisfy(line -> assertThat(HostileText.leaks(line)).isEmpty());
    }
}
