package org.finplan.platform.http;

import java.util.OptionalLong;

/** Tells whether bytes that come piece by piece are a text in UTF-8, see {@link Utf8}. */
public final class Utf8Check {

    private static final long NONE = -1;
    private static final int CONTINUATION_LEAST = 0x80;
    private static final int CONTINUATION_MOST = 0xBF;

    private long count;
    private long fault = NONE;
    private int missing;
    private int least;
    private int most;

    /**
     * Looks at the next bytes.
     *
     * @param bytes they are among these
     * @param offset place of the first
     * @param length how many they are
     */
    public void take(byte[] bytes, int offset, int length) {
        for (int at = offset; at < offset + length && fault == NONE; at++) {
            if (missing > 0 || bytes[at] <= 0) {
                next(bytes[at] & 0xFF);
            }
            count++;
        }
    }

    /** No more bytes come: a sequence that has begun is not ended. */
    public void end() {
        if (missing > 0 && fault == NONE) {
            fault = count - 1;
        }
    }

    /** {@return place of the first byte that cannot stand where it stands, from 0; empty when all is well so far} */
    public OptionalLong fault() {
        return fault == NONE ? OptionalLong.empty() : OptionalLong.of(fault);
    }

    private void next(int value) {
        if (missing > 0) {
            if (value < least || value > most) {
                fault = count;
            }
            missing--;
            least = CONTINUATION_LEAST;
            most = CONTINUATION_MOST;
            return;
        }
        missing = Utf8.length(value) - 1;
        // Only the second byte can make a sequence overlong, a surrogate, or larger than Unicode.
        least = Utf8.leastSecond(value);
        most = Utf8.mostSecond(value);
        if (missing < 0) {
            fault = count;
        }
    }
}
