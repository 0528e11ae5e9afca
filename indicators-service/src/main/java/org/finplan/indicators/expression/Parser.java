package org.finplan.indicators.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.finplan.indicators.expression.Expression.Call;
import org.finplan.indicators.expression.Expression.Function;
import org.finplan.indicators.expression.Expression.Lag;
import org.finplan.indicators.expression.Expression.Literal;
import org.finplan.indicators.expression.Expression.Negation;
import org.finplan.indicators.expression.Expression.Operation;
import org.finplan.indicators.expression.Expression.Operator;
import org.finplan.indicators.expression.Expression.Power;
import org.finplan.indicators.expression.Expression.Reference;
import org.finplan.indicators.expression.Expression.Rounding;
import org.finplan.indicators.expression.Expression.Step;
import org.finplan.indicators.expression.Expression.SumOfChildren;
import org.finplan.platform.events.LocalizedText;

/** Reads a formula: by recursive descent, one method for each rule of the grammar, bounded in depth and size. */
public final class Parser {

    private static final int DEEPEST = 32;
    private static final int MOST_NODES = 500;
    private static final int LARGEST_POWER = 50;
    private static final int LARGEST_LAG = 120;
    private static final int MOST_DECIMALS = 12;
    private static final Map<String, Operator> SUMS = Map.of("+", Operator.ADD, "-", Operator.SUBTRACT);
    private static final Map<String, Operator> PRODUCTS = Map.of("*", Operator.MULTIPLY, "/", Operator.DIVIDE);
    private static final List<String> STARTS = List.of("0..9", "ALIAS", "\"code\"", "function(…)", "(", "-");

    private final List<Token> tokens;
    private int at;
    private int depth;
    private int nodes;

    private Parser(String text) {
        this.tokens = Tokens.of(text);
    }

    /**
     * Reads a formula.
     *
     * @param text the text
     * @return its tree
     * @throws FormulaException when it is no formula or larger than one may be
     */
    public static Expression parse(String text) {
        Parser parser = new Parser(text);
        Expression read = parser.sum();
        if (parser.next().kind() != Token.Kind.END) {
            throw parser.expected(parser.next(), "+", "-", "*", "/", "**");
        }
        return read;
    }

    private Expression sum() {
        Expression left = product();
        while (SUMS.containsKey(sign())) {
            Token sign = take();
            left = node(new Operation(SUMS.get(sign.text()), left, product(), sign.column()));
        }
        return left;
    }

    private Expression product() {
        Expression left = unary();
        while (PRODUCTS.containsKey(sign())) {
            Token sign = take();
            left = node(new Operation(PRODUCTS.get(sign.text()), left, unary(), sign.column()));
        }
        return left;
    }

    private Expression unary() {
        descend();
        Expression read;
        if (next().is("-")) {
            Token sign = take();
            read = node(new Negation(unary(), sign.column()));
        } else {
            read = power();
        }
        depth--;
        return read;
    }

    private Expression power() {
        Expression base = primary();
        if (!next().is("**")) {
            return base;
        }
        Token sign = take();
        boolean negative = next().is("-");
        if (negative) {
            take();
        }
        int exponent = whole(1, LARGEST_POWER);
        if (next().is("**")) {
            throw expected(next(), "+", "-", "*", "/", ")");
        }
        return node(new Power(base, negative ? -exponent : exponent, sign.column()));
    }

    private Expression primary() {
        Token token = next();
        if (token.kind() == Token.Kind.NUMBER) {
            return node(new Literal(Numbers.decimal(take()), token.column()));
        }
        if (token.kind() == Token.Kind.QUOTED) {
            return node(new Reference(take().text(), token.column()));
        }
        if (token.kind() == Token.Kind.NAME) {
            take();
            return next().is("(") ? call(token) : node(new Reference(token.text(), token.column()));
        }
        if (!token.is("(")) {
            throw expected(token, STARTS.toArray(String[]::new));
        }
        take();
        Expression inside = sum();
        close();
        return inside;
    }

    private Expression call(Token name) {
        take();
        String function = name.text().toLowerCase(Locale.ROOT);
        Expression read =
                switch (function) {
                    case "lag" -> lag(name.column());
                    case "round" -> rounding(name.column());
                    case "sum" -> sumOfChildren(name.column());
                    default -> simple(function, name);
                };
        close();
        return node(read);
    }

    private Expression lag(int column) {
        Expression of = sum();
        comma();
        int count = whole(1, LARGEST_LAG);
        Step step = Step.PERIOD;
        if (next().is(",")) {
            take();
            Token name = next();
            step = Arrays.stream(Step.values())
                    .filter(one -> one.name().equalsIgnoreCase(name.text()))
                    .findFirst()
                    .orElseThrow(() -> expected(name, "period", "year", "quarter", "month"));
            take();
        }
        return new Lag(of, count, step, column);
    }

    private Expression rounding(int column) {
        Expression of = sum();
        comma();
        return new Rounding(of, whole(0, MOST_DECIMALS), column);
    }

    private Expression sumOfChildren(int column) {
        if (!next().text().equalsIgnoreCase("children")) {
            throw expected(next(), "children(…)");
        }
        take();
        if (!next().is("(")) {
            throw expected(next(), "(");
        }
        take();
        Expression of = sum();
        close();
        return new SumOfChildren(of, column);
    }

    private Expression simple(String name, Token token) {
        Optional<Function> known = Arrays.stream(Function.values())
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst();
        Function function = known.orElseThrow(() -> new FormulaException(
                FormulaError.UNKNOWN_FUNCTION,
                token.column(),
                new LocalizedText("没有函数 " + token.text() + "。", "There is no function " + token.text() + "."),
                functions()));
        List<Expression> arguments = new ArrayList<>();
        arguments.add(sum());
        while (next().is(",")) {
            take();
            arguments.add(sum());
        }
        if (arguments.size() < function.fewest() || arguments.size() > function.most()) {
            throw new FormulaException(
                    FormulaError.ARGUMENTS,
                    token.column(),
                    new LocalizedText(
                            token.text() + " 的参数个数为 " + arguments.size() + "。",
                            token.text() + " has " + arguments.size() + " argument(s)."),
                    List.of(function.fewest() + ".." + function.most()));
        }
        return new Call(function, arguments, token.column());
    }

    private static List<String> functions() {
        return Stream.concat(
                        Arrays.stream(Function.values()).map(one -> one.name().toLowerCase(Locale.ROOT)),
                        Stream.of("lag", "round", "sum(children(…))"))
                .sorted()
                .toList();
    }

    private int whole(int least, int most) {
        int value = Numbers.whole(next(), least, most);
        take();
        return value;
    }

    private void comma() {
        if (!next().is(",")) {
            throw expected(next(), ",");
        }
        take();
    }

    private void close() {
        if (!next().is(")")) {
            throw expected(next(), ")", ",", "+", "-", "*", "/", "**");
        }
        take();
    }

    private void descend() {
        depth++;
        if (depth > DEEPEST) {
            throw new FormulaException(
                    FormulaError.TOO_DEEP,
                    next().column(),
                    new LocalizedText(
                            "公式嵌套超过 " + DEEPEST + " 层。", "The formula is nested deeper than " + DEEPEST + "."),
                    List.of("1.." + DEEPEST));
        }
    }

    private <T extends Expression> T node(T read) {
        nodes++;
        if (nodes > MOST_NODES) {
            throw new FormulaException(
                    FormulaError.TOO_LARGE,
                    read.column(),
                    new LocalizedText(
                            "公式最多 " + MOST_NODES + " 个元素。", "A formula has at most " + MOST_NODES + " elements."),
                    List.of("1.." + MOST_NODES));
        }
        return read;
    }

    private Token next() {
        return tokens.get(at);
    }

    private String sign() {
        return next().kind() == Token.Kind.SIGN ? next().text() : "";
    }

    private Token take() {
        return tokens.get(at++);
    }

    private FormulaException expected(Token token, String... accepted) {
        String found = token.kind() == Token.Kind.END ? "…" : token.text();
        return new FormulaException(
                FormulaError.SYNTAX,
                token.column(),
                new LocalizedText(
                        "第 " + token.column() + " 列不应为“" + found + "”。",
                        "“" + found + "” cannot stand at column " + token.column() + "."),
                List.of(accepted));
    }
}
