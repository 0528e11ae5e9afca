package org.finplan.indicators.attainment;

import java.math.BigDecimal;
import java.util.List;
import org.finplan.indicators.definition.Comparison;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.target.Target;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.IndicatorDefinition;

/**
 * The judgement of one indicator, region and period, with all that it rests on.
 *
 * @param plan plan code
 * @param indicator the indicator
 * @param region region code
 * @param period the period that is judged
 * @param target the target that is judged, or null
 * @param wordings the same target as other clauses word it
 * @param actual the value that is judged, or null
 * @param benchmark the value that it is held against, for targets that are benchmarks, or null
 * @param judgement the outcome
 * @param first the target as it was first set, or null when it never changed
 * @param againstFirst the outcome against it, or null
 * @param compared the value as it would be by the definition of the target, where links were published, or null
 * @param comparison what lies between the definitions of all that was compared, or null without value or target
 */
record Assessment(
        String plan,
        IndicatorDefinition indicator,
        String region,
        Period period,
        Target target,
        List<Target> wordings,
        Observation actual,
        Observation benchmark,
        Judgement judgement,
        Target first,
        Judgement againstFirst,
        BigDecimal compared,
        Comparison comparison) {}
