package org.finplan.indicators.expression;

/**
 * A word of a formula.
 *
 * @param kind what it is
 * @param text as written; of a quoted name what stands between the quotes
 * @param column where it starts, from 1
 */
record Token(Kind kind, String text, int column) {

    enum Kind {
        NUMBER,
        NAME,
        QUOTED,
        SIGN,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }
}
