package org.finplan.indicators.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.finplan.indicators.definition.Comparability;
import org.finplan.indicators.definition.Definitions;
import org.finplan.indicators.observation.Audience;
import org.finplan.indicators.observation.Figure;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.observation.ObservationStatus;
import org.finplan.indicators.observation.Publication;
import org.finplan.indicators.observation.Source;
import org.finplan.indicators.target.Target;
import org.finplan.indicators.target.TargetKey;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.TargetComparator;
import org.finplan.platform.plan.TargetKind;
import org.finplan.platform.plan.reading.PlanPackages;
import org.junit.jupiter.api.Test;

/** A target by a new definition, a baseline by the former one, and values by both: over the link of the sample package. */
class JudgedDefinitionsTest {

    private static final PlanPackage PLAN = PlanPackages.in(Path.of("../docs/sample-plan-package"));
    private static final Definitions DEFINITIONS = new Definitions(new PlanRegister(List.of(PLAN)));
    private static final String CITY = "SAMPLE-CITY";

    private final JudgedDefinitions judged = new JudgedDefinitions(DEFINITIONS, PLAN);

    private static Target target(String printed) {
        return new Target(
                UUID.randomUUID(),
                1,
                new TargetKey("sample-15fyp", "sample-loans", CITY, 2030, TargetKey.MAIN),
                Period.parse("2030-12-31"),
                new TargetKind.InYear(),
                TargetComparator.GE,
                BigDecimal.valueOf(150),
                null,
                "CNY_100M",
                new Target.Point(Period.parse("2025-12-31"), BigDecimal.valueOf(100)),
                null,
                List.of(),
                null,
                printed,
                null,
                null,
                Instant.parse("2025-03-01T00:00:00Z"),
                "sample",
                1);
    }

    private static Observation value(String definition) {
        Period period = Period.parse("2027-12-31");
        BigDecimal value = BigDecimal.valueOf(130);
        return new Observation(
                UUID.randomUUID(),
                1,
                new ObservationKey(
                        "sample-loans", CITY, ObservationKind.LEVEL, period.end(), period.end(), ObservationKey.MAIN),
                period,
                new Figure(value, "CNY_100M", value, "CNY_100M", "eq", null, null, definition),
                ObservationStatus.FINAL,
                false,
                null,
                new Source("sample", null, null, List.of(), Source.REPORTED),
                null,
                Instant.EPOCH,
                "sample",
                new Publication(null, null, Audience.INTERNAL));
    }

    @Test
    void theBaselineIsBroughtToTheDefinitionOfThePrintedTarget() {
        assertThat(judged.linkedBaseline(target("150"))).isEqualByComparingTo("104");
        assertThat(judged.compare(target("150"), List.of(value(null))).comparability())
                .isEqualTo(Comparability.LINKED);
        assertThat(judged.linked(value(null), target("150"))).isEqualByComparingTo("130");
        assertThat(judged.linked(value("sample-loans-old"), target("150"))).isEqualByComparingTo("135.2");
    }

    @Test
    void aTargetThatSomebodySetIsByTheDefinitionOfThatDay() {
        assertThat(judged.linkedBaseline(target(null))).isEqualByComparingTo("100");
        assertThat(judged.linked(value(null), target(null))).isEqualByComparingTo("125");
        assertThat(judged.compare(target(null), List.of(value("unconfirmed"))).comparability())
                .isEqualTo(Comparability.UNCONFIRMED);
        assertThat(judged.compare(null, List.of(value(null)))).isNull();
        assertThat(judged.compare(target(null), List.of())).isNull();
    }
}
