package org.finplan.risk.rulebook.formula;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.finplan.platform.events.LocalizedText;

/** A formula over metrics of one period: numbers, metric codes, the four operations and brackets. */
public sealed interface Formula {

    /** One of the four operations. */
    enum Operation {
        PLUS,
        MINUS,
        TIMES,
        DIVIDED_BY
    }

    /**
     * A number.
     *
     * @param value the number
     */
    record Constant(BigDecimal value) implements Formula {}

    /**
     * A metric.
     *
     * @param code its code
     * @param name its name
     */
    record Reported(String code, LocalizedText name) implements Formula {}

    /**
     * Two formulas and what is done with them.
     *
     * @param operation the operation
     * @param left the first
     * @param right the second
     */
    record Binary(Operation operation, Formula left, Formula right) implements Formula {}

    /** {@return the metrics that it needs, by code} */
    default Set<String> metrics() {
        Set<String> codes = new TreeSet<>();
        collect(this, codes);
        return codes;
    }

    private static void collect(Formula formula, Set<String> codes) {
        if (formula instanceof Reported reported) {
            codes.add(reported.code());
        } else if (formula instanceof Binary binary) {
            collect(binary.left(), codes);
            collect(binary.right(), codes);
        }
    }

    /**
     * The first metric that is missing.
     *
     * @param values values by metric
     * @return the metric, empty when all are there
     */
    default Optional<Reported> missing(Map<String, BigDecimal> values) {
        if (this instanceof Reported reported) {
            return values.containsKey(reported.code()) ? Optional.empty() : Optional.of(reported);
        }
        return this instanceof Binary binary
                ? Stream.of(binary.left(), binary.right())
                        .map(part -> part.missing(values))
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    /**
     * Works it out.
     *
     * @param values values by metric, none of them missing
     * @return the exact result
     * @throws ArithmeticException when it divides by 0
     */
    default Fraction of(Map<String, BigDecimal> values) {
        if (this instanceof Constant constant) {
            return Fraction.of(constant.value());
        }
        if (this instanceof Reported reported) {
            return Fraction.of(values.get(reported.code()));
        }
        Binary binary = (Binary) this;
        Fraction left = binary.left().of(values);
        Fraction right = binary.right().of(values);
        return switch (binary.operation()) {
            case PLUS -> left.plus(right);
            case MINUS -> left.minus(right);
            case TIMES -> left.times(right);
            case DIVIDED_BY -> left.dividedBy(right);
        };
    }
}
