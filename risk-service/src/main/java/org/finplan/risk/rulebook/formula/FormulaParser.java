package org.finplan.risk.rulebook.formula;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.finplan.platform.events.LocalizedText;

/**
 * Reads a formula such as {@code (net-assets + risk-reserve) / total-assets}. A hyphen with a letter or digit on both sides
 * belongs to the code; a minus has a space before it.
 */
final class FormulaParser {

    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    /** The code of a metric. */
    static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private static final List<String> OPERANDS = List.of("metric-code", "0.5", "(");
    private static final int DEEPEST = 50;

    private final String text;
    private final Function<String, Optional<Formula.Reported>> known;
    private final List<String> codes;
    private int at;
    private int depth;

    FormulaParser(String text, Function<String, Optional<Formula.Reported>> known, List<String> codes) {
        this.text = text;
        this.known = known;
        this.codes = codes;
    }

    Formula read() {
        Formula formula = sum();
        if (at < text.length()) {
            throw fault("此处多余：" + text.substring(at), "not expected here: " + text.substring(at), List.of("+ - * / )"));
        }
        return formula;
    }

    private Formula sum() {
        Formula left = product();
        while (true) {
            if (takes('+')) {
                left = new Formula.Binary(Formula.Operation.PLUS, left, product());
            } else if (takes('-')) {
                left = new Formula.Binary(Formula.Operation.MINUS, left, product());
            } else {
                return left;
            }
        }
    }

    private Formula product() {
        Formula left = operand();
        while (true) {
            if (takes('*')) {
                left = new Formula.Binary(Formula.Operation.TIMES, left, operand());
            } else if (takes('/')) {
                left = new Formula.Binary(Formula.Operation.DIVIDED_BY, left, operand());
            } else {
                return left;
            }
        }
    }

    private Formula operand() {
        if (takes('(')) {
            if (++depth > DEEPEST) {
                throw fault("括号嵌套过深", "brackets are nested too deeply", List.of());
            }
            Formula inner = sum();
            if (!takes(')')) {
                throw fault("缺少右括号", "a closing bracket is missing", List.of(")"));
            }
            depth--;
            return inner;
        }
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (number.lookingAt()) {
            skipTo(number.end());
            return new Formula.Constant(new BigDecimal(number.group()));
        }
        Matcher code = CODE.matcher(text).region(at, text.length());
        if (!code.lookingAt()) {
            throw fault("此处应为指标代码、数字或括号", "a metric code, a number or a bracket is expected here", OPERANDS);
        }
        Formula.Reported metric = known.apply(code.group())
                .orElseThrow(() -> fault("没有报送指标 " + code.group(), "there is no metric " + code.group(), codes));
        skipTo(code.end());
        return metric;
    }

    /** Skips spaces before a sign and after it. */
    private boolean takes(char sign) {
        skipTo(at);
        if (at < text.length() && text.charAt(at) == sign) {
            skipTo(at + 1);
            return true;
        }
        return false;
    }

    private void skipTo(int place) {
        at = place;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private FormulaFault fault(String zh, String en, List<String> accepted) {
        return new FormulaFault(at + 1, new LocalizedText(zh, en), accepted);
    }
}
