package org.finplan.tasks.calendar;

import java.nio.charset.StandardCharsets;

/**
 * Folds the content lines of a calendar (RFC 5545, 3.1): no line is longer than 75 octets without its break, and none is cut
 * within a character. The library counts characters instead of octets, so that a Chinese line of its own is up to 225 octets
 * long.
 */
final class ContentLines {

    private static final int MOST_OCTETS = 75;
    private static final String BREAK = "\r\n";

    private ContentLines() {}

    /**
     * Folds.
     *
     * @param unfolded content lines, each ended by CR LF
     * @return the same, folded
     */
    static String folded(String unfolded) {
        StringBuilder text = new StringBuilder(unfolded.length() + unfolded.length() / 8);
        unfolded.lines().forEach(line -> {
            fold(line, text);
            text.append(BREAK);
        });
        return text.toString();
    }

    private static void fold(String line, StringBuilder text) {
        int octets = 0;
        for (int at = 0; at < line.length(); ) {
            int character = line.codePointAt(at);
            int length = octets(character);
            if (octets + length > MOST_OCTETS) {
                // The blank that begins the next line counts.
                text.append(BREAK).append(' ');
                octets = 1;
            }
            text.appendCodePoint(character);
            octets += length;
            at += Character.charCount(character);
        }
    }

    /** How many octets a character takes in UTF-8. */
    private static int octets(int character) {
        return new String(Character.toChars(character)).getBytes(StandardCharsets.UTF_8).length;
    }
}
