package org.finplan.indicators.attainment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.finplan.indicators.definition.Basis;
import org.finplan.indicators.definition.Comparison;
import org.finplan.indicators.definition.Definitions;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.target.Target;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.definition.SeriesTimeline;
import org.finplan.platform.time.BusinessTime;

/** By which definitions the values, baselines and targets of a plan are, and what lies between them. */
final class JudgedDefinitions {

    private final Definitions definitions;
    private final PlanPackage plan;

    JudgedDefinitions(Definitions definitions, PlanPackage plan) {
        this.definitions = definitions;
        this.plan = plan;
    }

    /**
     * What lies between a value, its target, the baseline of that and the values on the way.
     *
     * @param target the target, or null
     * @param values the value, the benchmark of the same series, and values at the ends of the years since the baseline
     * @return what lies between them, null when there is nothing to compare
     */
    Comparison compare(Target target, List<Observation> values) {
        if (target == null || values.isEmpty()) {
            return null;
        }
        List<Basis> compared = new ArrayList<>(List.of(basis(target)));
        if (target.baseline() != null) {
            compared.add(baseline(target));
        }
        values.stream()
                .filter(value -> value.key().indicator().equals(target.key().indicator()))
                .map(definitions::basis)
                .forEach(compared::add);
        return Comparison.of(compared).and(definitions.compare(values));
    }

    /** {@return what lies between the baseline of a target and the target} */
    Comparison ofPath(Target target) {
        return target.baseline() == null ? Comparison.ALIKE : Comparison.of(List.of(basis(target), baseline(target)));
    }

    /** {@return a value as it would be by the definition of the target, where links were published} */
    BigDecimal linked(Observation value, Target target) {
        if (target == null || !value.key().indicator().equals(target.key().indicator())) {
            return value.figure().value();
        }
        return definitions.basis(value).linked(value.figure().value(), basis(target));
    }

    /** {@return the baseline of a target as it would be by the definition of the target, null without one} */
    BigDecimal linkedBaseline(Target target) {
        return target.baseline() == null
                ? null
                : baseline(target).linked(target.baseline().value(), basis(target));
    }

    /** The plan's own targets are by what the package says, else by what was in force at its issue; others by what was when set. */
    private Basis basis(Target target) {
        boolean printed = target.printed() != null;
        String series = target.key().indicator();
        LocalDate set = printed ? plan.plan().issued() : BusinessTime.dayOf(target.recordedAt());
        return Basis.of(timeline(target), printed ? plan.definitions().ofTarget(series) : null, set);
    }

    private Basis baseline(Target target) {
        LocalDate end = target.baseline().period().end();
        String said = plan.definitions()
                .ofFigure(target.key().indicator(), target.key().region(), end);
        return Basis.of(timeline(target), said, end);
    }

    private SeriesTimeline timeline(Target target) {
        return definitions.of(target.key().indicator());
    }
}
