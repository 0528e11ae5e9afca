package org.finplan.indicators.reporting;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKey;

/** Holds figures that are reported against what formulas give; whoever knows the formulas supplies it as a bean. */
public interface FormulaComparison {

    /**
     * A figure that its formula does not give.
     *
     * @param key what it is about
     * @param formula code and version of the formula
     * @param computed what the formula gives, with its decimals
     * @param difference delivered less computed, with the decimals of the formula
     */
    record Difference(ObservationKey key, String formula, BigDecimal computed, BigDecimal difference) {}

    /**
     * Compares in the caller's transaction, in one round trip, on what is known now and on the reported figures themselves.
     *
     * @param reported versions of reported figures, stored or not
     * @return those whose difference is larger than rounding can make it
     */
    List<Difference> differing(Collection<Observation> reported);
}
