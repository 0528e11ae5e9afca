package org.finplan.risk.rulebook.definition;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.finplan.platform.events.LocalizedText;
import org.finplan.risk.rulebook.formula.Formula;
import org.finplan.risk.rulebook.formula.Fraction;
import org.finplan.risk.rulebook.formula.MetricCatalogue;

/**
 * What a rule measures: an amount, or the quotient of two.
 *
 * @param text the formula as it was written
 * @param label the same with the names of metrics for their codes
 * @param numerator the amount, or what is over the line
 * @param denominator what is under the line, or null for an amount
 * @param unit unit code of the figure; of a quotient PCT, PER_MILLE or TIMES
 * @param underUnit unit code of what is under the line, or null for an amount
 */
public record Measure(
        String text, LocalizedText label, Formula numerator, Formula denominator, String unit, String underUnit) {

    /**
     * The first metric that is missing.
     *
     * @param values values by metric
     * @return the metric, empty when all are there
     */
    public Optional<Formula.Reported> missing(Map<String, BigDecimal> values) {
        Optional<Formula.Reported> over = numerator.missing(values);
        return over.isPresent() || denominator == null ? over : denominator.missing(values);
    }

    /**
     * What is under the line.
     *
     * @param values values by metric, none of them missing
     * @return the value; 1 for an amount
     * @throws ArithmeticException when a formula divides by 0
     */
    public Fraction under(Map<String, BigDecimal> values) {
        return denominator == null ? Fraction.of(BigDecimal.ONE) : denominator.of(values);
    }

    /**
     * The figure in its unit, where there is one.
     *
     * @param values values by metric
     * @return the figure; empty when a metric is missing, what is under the line is not above 0, or a formula divides by 0
     */
    public Optional<Fraction> figure(Map<String, BigDecimal> values) {
        if (missing(values).isPresent()) {
            return Optional.empty();
        }
        try {
            return under(values).signum() > 0 ? Optional.of(of(values)) : Optional.empty();
        } catch (ArithmeticException division) {
            return Optional.empty();
        }
    }

    /**
     * The figure in its unit, exactly.
     *
     * @param values values by metric, none of them missing
     * @return the figure
     * @throws ArithmeticException when a formula divides by 0, or what is under the line is 0
     */
    public Fraction of(Map<String, BigDecimal> values) {
        Fraction over = numerator.of(values);
        return denominator == null
                ? over
                : over.times(Fraction.of(MetricCatalogue.scale(unit))).dividedBy(denominator.of(values));
    }

    /** {@return the codes of all metrics that it needs} */
    public Set<String> metrics() {
        Set<String> codes = new TreeSet<>(numerator.metrics());
        if (denominator != null) {
            codes.addAll(denominator.metrics());
        }
        return codes;
    }
}
