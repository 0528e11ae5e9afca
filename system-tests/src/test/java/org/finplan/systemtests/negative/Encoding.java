package org.finplan.systemtests.negative;

import java.nio.charset.StandardCharsets;

/** Percent-encoding that also takes what is no Unicode: a lone surrogate goes out as the three bytes that UTF-8 forbids. */
final class Encoding {

    private Encoding() {}

    /** {@return the text with every octet encoded that is not unreserved} */
    static String all(String text) {
        StringBuilder encoded = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Character.isHighSurrogate(c)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1))) {
                octets(encoded, text.substring(at, at + 2).getBytes(StandardCharsets.UTF_8));
                at++;
            } else if (Character.isSurrogate(c)) {
                octets(encoded, new byte[] {
                    (byte) (0xE0 | (c >> 12)), (byte) (0x80 | ((c >> 6) & 0x3F)), (byte) (0x80 | (c & 0x3F))
                });
            } else if (c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                octets(encoded, String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return encoded.toString();
    }

    private static void octets(StringBuilder encoded, byte[] octets) {
        for (byte octet : octets) {
            encoded.append('%').append(String.format("%02X", octet & 0xFF));
        }
    }
}
