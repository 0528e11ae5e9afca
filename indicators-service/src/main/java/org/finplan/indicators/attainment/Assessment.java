package org.finplan.indicators.attainment;

import java.math.BigDecimal;
import java.util.List;
import org.finplan.indicators.assessment.AssessmentOutcome;
import org.finplan.indicators.assessment.TargetAssessment;
import org.finplan.indicators.definition.Comparison;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.target.Cumulated;
import org.finplan.indicators.target.Target;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.TargetKind;

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
 * @param cumulated what the years brought together, for a cumulative target and a whole year, else null
 * @param said what the assessor said of the year, for a qualitative target, or null
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
        Cumulated cumulated,
        TargetAssessment said,
        Observation benchmark,
        Judgement judgement,
        Target first,
        Judgement againstFirst,
        BigDecimal compared,
        Comparison comparison) {

    /** {@return the number that is held against the target, or null} */
    BigDecimal judged() {
        if (target != null && target.kind() instanceof TargetKind.Cumulative) {
            return cumulated == null ? null : cumulated.value();
        }
        return compared;
    }

    /**
     * Whether the target is met.
     *
     * @param against the target, or another wording of it, or as it was first set
     * @return whether it is; null where nothing says so
     */
    Boolean meets(Target against) {
        if (against.kind() instanceof TargetKind.Qualitative) {
            return said == null ? null : said.outcome() == AssessmentOutcome.MET;
        }
        BigDecimal number = against.value();
        if (against.comparator().isBenchmark()) {
            number = benchmark == null ? null : benchmark.figure().value();
        }
        if (judged() == null || number == null) {
            return null;
        }
        return against.comparator().isMet(judged(), number, against.upper());
    }
}
