package org.finplan.platform.devstack.demo;

/** Columns that a text takes in a terminal: a Chinese character takes two. */
final class TextWidth {

    private TextWidth() {}

    /** {@return the columns that a text takes} */
    static int of(String text) {
        return text.codePoints().map(c -> wide(c) ? 2 : 1).sum();
    }

    /** {@return the text with blanks behind it up to a width} */
    static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - of(text)));
    }

    /** {@return the text with blanks before it up to a width} */
    static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - of(text))) + text;
    }

    /** {@return the text, cut to a width and marked when something was cut} */
    static String cut(String text, int width) {
        if (of(text) <= width) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int columns = 1;
        for (int c : text.codePoints().toArray()) {
            columns += wide(c) ? 2 : 1;
            if (columns > width) {
                break;
            }
            kept.appendCodePoint(c);
        }
        return kept.append('…').toString();
    }

    private static boolean wide(int c) {
        return between(c, 0x1100, 0x115f)
                || between(c, 0x2e80, 0xa4cf)
                || between(c, 0xac00, 0xd7a3)
                || between(c, 0xf900, 0xfaff)
                || between(c, 0xfe30, 0xfe6f)
                || between(c, 0xff00, 0xff60)
                || between(c, 0xffe0, 0xffe6)
                || between(c, 0x20000, 0x3fffd);
    }

    private static boolean between(int c, int first, int last) {
        return c >= first && c <= last;
    }
}
