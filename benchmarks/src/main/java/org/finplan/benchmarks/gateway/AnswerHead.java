package org.finplan.benchmarks.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The head of an answer of HTTP/1.1: just what one must know to find the answer's end. */
final class AnswerHead {

    private static final String LENGTH = "content-length:";
    private static final String CHUNKED = "transfer-encoding: chunked";

    private final String lines;

    /**
     * Reads a head.
     *
     * @param bytes with the head at their beginning
     * @param end of the head, see {@link #end}
     * @throws IOException when the answer is not 200
     */
    AnswerHead(byte[] bytes, int end) throws IOException {
        lines = new String(bytes, 0, end, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        if (!lines.startsWith("http/1.1 200")) {
            throw new IOException("not the answer that was expected:\n" + lines);
        }
    }

    /**
     * Finds the empty line that ends a head.
     *
     * @param bytes that came
     * @param known how many of them were looked at before
     * @param filled how many came
     * @return where the body begins; -1 when the head is not whole yet
     */
    static int end(byte[] bytes, int known, int filled) {
        for (int i = Math.max(0, known - 3); i + 3 < filled; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] == '\r' && bytes[i + 3] == '\n') {
                return i + 4;
            }
        }
        return -1;
    }

    boolean chunked() {
        return lines.contains(CHUNKED);
    }

    /**
     * The length of the body.
     *
     * @return bytes
     * @throws IOException when the head names none
     */
    long length() throws IOException {
        int at = lines.indexOf(LENGTH);
        if (at < 0) {
            throw new IOException("an answer without length:\n" + lines);
        }
        int end = lines.indexOf('\r', at);
        return Long.parseLong(lines.substring(at + LENGTH.length(), end).strip());
    }
}
