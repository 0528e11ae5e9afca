package org.finplan.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"a\":1}", "肇庆市端州区", "\uFEFF{}", "é\u07FF\u0800\uD7FF\uE000\uFFFF", "\uD83D\uDE00"})
    void aTextIsWhole(String text) {
        assertThat(Utf8.firstFault(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "22C1AACDA822, 1", // GBK
        "22C0AF22, 1", // overlong
        "22E0809F22, 2",
        "22F08082AF22, 2",
        "22EDA08022, 2", // half of a surrogate pair
        "22F490808022, 2", // beyond Unicode
        "FEFF007B, 0", // UTF-16 with its mark
        "007B007D, 0", // UTF-16 without
        "7B007D00, 1",
        "22E88222, 3", // broken off within a text
        "E882, 1", // broken off at the end
        "2280, 1",
        "22FF, 1"
    })
    void bytesThatAreNoTextAreFoundAtTheirPlace(String bytes, int place) {
        byte[] text = HexFormat.of().parseHex(bytes);
        assertThat(Utf8.firstFault(text)).hasValue(place);
        Utf8Check check = new Utf8Check();
        for (int at = 0; at < text.length; at++) {
            check.take(text, at, 1);
        }
        check.end();
        assertThat(check.fault()).as("byte by byte").hasValue(place);
    }

    @Test
    void theStrictDecoderOfJavaAgrees() {
        Random random = new Random(20261128);
        for (int run = 0; run < 200_000; run++) {
            byte[] bytes = new byte[1 + random.nextInt(4)];
            random.nextBytes(bytes);
            bytes[0] |= (byte) 0x80;
            assertThat(Utf8.firstFault(bytes).isEmpty())
                    .as(HexFormat.of().formatHex(bytes))
                    .isEqualTo(decodes(bytes) && hasNoZero(bytes));
        }
    }

    private static boolean decodes(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .hasRemaining();
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }

    private static boolean hasNoZero(byte[] bytes) {
        for (byte one : bytes) {
            if (one == 0) {
                return false;
            }
        }
        return true;
    }
}
