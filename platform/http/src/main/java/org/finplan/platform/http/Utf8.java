package org.finplan.platform.http;

import java.util.OptionalInt;

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
        int at = 0;
        while (at < bytes.length) {
            if (bytes[at] > 0) {
                at++;
                continue;
            }
            int fault = fault(bytes, at);
            if (fault >= 0) {
                return OptionalInt.of(fault);
            }
            at += length(bytes[at] & 0xFF);
        }
        return OptionalInt.empty();
    }

    /** The place of the fault in the sequence that begins here, or -1. */
    private static int fault(byte[] bytes, int start) {
        int first = bytes[start] & 0xFF;
        int length = length(first);
        if (length == 0) {
            return start;
        }
        for (int i = 1; i < length; i++) {
            // Only the second byte can make a sequence overlong, a surrogate, or larger than Unicode.
            int least = i == 1 ? leastSecond(first) : CONTINUATION_LEAST;
            int most = i == 1 ? mostSecond(first) : CONTINUATION_MOST;
            int next = start + i < bytes.length ? bytes[start + i] & 0xFF : 0;
            if (next < least || next > most) {
                return Math.min(start + i, bytes.length - 1);
            }
        }
        return -1;
    }

    private static int length(int first) {
        if (first >= 0xC2 && first <= 0xDF) {
            return 2;
        }
        if (first >= 0xE0 && first <= 0xEF) {
            return 3;
        }
        return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
    }

    private static int leastSecond(int first) {
        return first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : CONTINUATION_LEAST;
    }

    private static int mostSecond(int first) {
        return first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : CONTINUATION_MOST;
    }
}
