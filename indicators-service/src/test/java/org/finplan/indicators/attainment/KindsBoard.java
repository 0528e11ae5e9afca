package org.finplan.indicators.attainment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.indicators.assessment.TargetAssessment;
import org.finplan.indicators.assessment.TargetAssessments;
import org.finplan.indicators.definition.Definitions;
import org.finplan.indicators.loading.KindsPlan;
import org.finplan.indicators.observation.Figure;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.observation.ObservationStatus;
import org.finplan.indicators.observation.Publication;
import org.finplan.indicators.observation.Source;
import org.finplan.indicators.target.Target;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.PlanRegister;

/** Judges figures by the targets of the plan with all kinds, as the service does, without one. */
final class KindsBoard {

    private final List<Target> targets = new ArrayList<>(KindsPlan.targets());
    private final List<Observation> figures = new ArrayList<>();
    private TargetAssessment said;

    KindsBoard figure(String indicator, String period, String value) {
        Period of = Period.parse(period);
        boolean state = KindsPlan.indicator(indicator).pointInTime();
        BigDecimal number = new BigDecimal(value);
        figures.add(new Observation(
                UUID.randomUUID(),
                1,
                new ObservationKey(
                        indicator,
                        "KINDS-CITY",
                        ObservationKind.LEVEL,
                        state ? of.end() : of.start(),
                        of.end(),
                        ObservationKey.MAIN),
                of,
                new Figure(number, "CNY_100M", number, "CNY_100M", "eq", null, null),
                ObservationStatus.PRELIMINARY,
                false,
                null,
                new Source("sample", null, null, List.of(), Source.REPORTED),
                null,
                Instant.EPOCH,
                "test",
                Publication.DIRECT));
        return this;
    }

    KindsBoard said(TargetAssessment assessment) {
        said = assessment;
        return this;
    }

    /** The target of an indicator, in the year that it is of. */
    Target target(String indicator, int year) {
        return targets.stream()
                .filter(one ->
                        one.key().indicator().equals(indicator) && one.key().year() == year)
                .findFirst()
                .orElseThrow();
    }

    Assessment judge(String indicator, String period) {
        IndicatorDefinition row = KindsPlan.indicator(indicator);
        return new Assessor(
                        KindsPlan.PLAN.plan(),
                        false,
                        targets,
                        figures,
                        said == null ? Map.of() : Map.of(new TargetAssessments.Place(said.target(), said.year()), said),
                        series -> ObservationKind.LEVEL,
                        new JudgedDefinitions(
                                new Definitions(new PlanRegister(List.of(KindsPlan.PLAN))), KindsPlan.PLAN))
                .assess(new Subject("kinds-plan", row, "KINDS-CITY", Period.parse(period)));
    }
}
