package org.finplan.platform.http;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Tells whether bytes are a text in UTF-8 (RFC 3629). A JSON reader takes more: sequences that are longer than they need to
 * be, halves of surrogate pairs, and UTF-16 when it finds bytes of zero. What it would make of those, nobody has sent.
 */
public final class Utf8 {

    private static final int CONTINUATION_LEAST = 0x80;
    private static final int CONTINUATION_MOST = 0xBF;

    private Utf8() {}

    /**
     * Looks for the first byte that cannot stand where it stands.
     *
     * @param bytes of a text, which has no character U+0000
     * @return its place, from 0; empty when all is well
     */
    public static OptionalInt firstFault(byte[] bytes) {
        Utf8Check check = new Utf8Check();
        check.take(bytes, 0, bytes.length);
        check.end();
        OptionalLong fault = check.fault();
        return fault.isPresent() ? OptionalInt.of((int) fault.getAsLong()) : OptionalInt.empty();
    }

    /** {@return how many bytes a sequence has that begins with this one, 0 when none does} */
    static int length(int first) {
        if (first >= 0xC2 && first <= 0xDF) {
            return 2;
        }
        if (first >= 0xE0 && first <= 0xEF) {
            return 3;
        }
        return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
    }

    static int leastSecond(int first) {
        return first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : CONTINUATION_LEAST;
    }

    static int mostSecond(int first) {
        return first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : CONTINUATION_MOST;
    }
}
