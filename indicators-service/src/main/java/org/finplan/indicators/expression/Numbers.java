package org.finplan.indicators.expression;

import java.math.BigDecimal;
import java.util.List;
import org.finplan.platform.events.LocalizedText;

/** Reads the numbers of a formula, within bounds. */
final class Numbers {

    private static final int MOST_DIGITS = 34;
    private static final int LARGEST_EXPONENT = 30;
    private static final int LONGEST_WHOLE = 4;

    private Numbers() {}

    static BigDecimal decimal(Token token) {
        BigDecimal value = token.text().length() > 2 * MOST_DIGITS ? null : new BigDecimal(token.text());
        boolean bounded = value != null
                && value.precision() <= MOST_DIGITS
                && Math.abs(value.scale()) <= LARGEST_EXPONENT
                && value.precision() - value.scale() <= LARGEST_EXPONENT;
        if (!bounded) {
            throw new FormulaException(
                    FormulaError.TOO_LARGE,
                    token.column(),
                    new LocalizedText("数值超出范围。", "The number is out of bounds."),
                    List.of("1e-" + LARGEST_EXPONENT + "..1e" + (LARGEST_EXPONENT - 1)));
        }
        return value;
    }

    static int whole(Token token, int least, int most) {
        boolean digits = token.kind() == Token.Kind.NUMBER
                && token.text().length() <= LONGEST_WHOLE
                && token.text().chars().allMatch(Character::isDigit);
        int value = digits ? Integer.parseInt(token.text()) : -1;
        if (value < least || value > most) {
            throw new FormulaException(
                    FormulaError.ARGUMENTS,
                    token.column(),
                    new LocalizedText(
                            "此处须为 " + least + " 至 " + most + " 的整数。",
                            "A whole number from " + least + " to " + most + " stands here."),
                    List.of(least + ".." + most));
        }
        return value;
    }
}
