package org.finplan.indicators.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.finplan.platform.events.LocalizedText;

/** Cuts a formula into words. Each alternative of the pattern begins with a character of its own: it never goes back. */
final class Tokens {

    /** Most characters of a formula. */
    static final int LONGEST = 2_000;

    private static final Pattern WORD = Pattern.compile("(?<space>\\s+)"
            + "|(?<number>[0-9]++(?:\\.[0-9]++)?+(?:[eE][+-]?[0-9]++)?+)"
            + "|(?<name>[A-Za-z][A-Za-z0-9_]*+)"
            + "|\"(?<quoted>[a-z0-9-]++)\""
            + "|(?<sign>\\*\\*|[-+*/(),])");

    private Tokens() {}

    /** {@return the words of a formula, with an end behind them} */
    static List<Token> of(String text) {
        if (text.length() > LONGEST) {
            throw new FormulaException(
                    FormulaError.TOO_LARGE,
                    LONGEST + 1,
                    new LocalizedText("公式最多 " + LONGEST + " 个字符。", "A formula has at most " + LONGEST + " characters."),
                    List.of("1.." + LONGEST));
        }
        List<Token> tokens = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!word.find(at) || word.start() != at) {
                throw new FormulaException(
                        FormulaError.SYNTAX,
                        at + 1,
                        new LocalizedText(
                                "第 " + (at + 1) + " 列的字符不能识别。",
                                "Column " + (at + 1) + " has a character that no formula has."),
                        List.of("+", "-", "*", "/", "**", "(", ")", ",", "0..9", "A..Z", "a..z", "\"code\""));
            }
            for (Token.Kind kind :
                    new Token.Kind[] {Token.Kind.NUMBER, Token.Kind.NAME, Token.Kind.QUOTED, Token.Kind.SIGN}) {
                String found = word.group(kind.name().toLowerCase(Locale.ROOT));
                if (found != null) {
                    tokens.add(new Token(kind, found, at + 1));
                }
            }
            at = word.end();
        }
        tokens.add(new Token(Token.Kind.END, "", text.length() + 1));
        return tokens;
    }
}
