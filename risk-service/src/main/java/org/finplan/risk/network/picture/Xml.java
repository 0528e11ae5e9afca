package org.finplan.risk.network.picture;

import java.math.BigDecimal;

/** Text and numbers in XML. */
final class Xml {

    private Xml() {}

    /** {@return the text with what XML would read otherwise as entities, and without characters that it may not have} */
    static String escape(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(allowed(point) ? point : '\uFFFD');
            }
        });
        return out.toString();
    }

    private static boolean allowed(int point) {
        return point == '\t'
                || point == '\n'
                || (point >= ' ' && point < 0xD800)
                || (point > 0xDFFF && point < 0xFFFE)
                || point > 0xFFFF;
    }

    static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
