package org.finplan.indicators.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.finplan.indicators.attainment.PathComparison.Expected;
import org.finplan.indicators.target.PathShape;
import org.finplan.indicators.target.Target;
import org.finplan.indicators.target.TargetKey;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.TargetComparator;
import org.finplan.platform.plan.TargetKind;
import org.finplan.platform.plan.reading.PlanPackages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the way to a target becomes easier. */
class PathComparisonTest {

    private static final PlanPackage PLAN = PlanPackages.bundled("zq-fin-14fyp");

    /** More is better: from 10 to 40. */
    @ParameterizedTest
    @CsvSource({
        "10,linear,40,10,linear,40,",
        "10,linear,40,10,linear,50,",
        "10,linear,40,20,linear,40,",
        "10,linear,40,10,floor,40,",
        "10,compound,40,10,linear,40,",
        "10,linear,40,10,compound,40,2021",
        "10,linear,40,5,linear,40,2021",
        "10,linear,40,10,step,40,2021",
        "10,floor,40,10,linear,40,2021",
        "10,linear,40,,,40,2021",
        ",,40,10,linear,40,",
        ",,40,,,40,"
    })
    void whereMoreIsBetterALowerPathIsEasier(
            String start,
            String shape,
            String end,
            String nextStart,
            String nextShape,
            String nextEnd,
            Integer easier) {
        assertThat(easierFrom(
                        "green-credit", target(start, shape, end, null), target(nextStart, nextShape, nextEnd, null)))
                .isEqualTo(easier);
    }

    @Test
    void itSaysWhatWasAskedFor() {
        assertThat(PathComparison.easierFrom(
                        target("10", "linear", "40", null),
                        target("5", "linear", "40", null),
                        indicator("green-credit")))
                .contains(new Expected(2021, new BigDecimal("16.0000")));
    }

    @Test
    void ofABandOnlyThatThereIsAPathIsCompared() {
        assertThat(easierFrom("green-credit", target("10", "linear", "20", "30"), target("10", "step", "21", "29")))
                .isNull();
        assertThat(easierFrom("green-credit", target("10", "linear", "20", "30"), target(null, null, "21", "29")))
                .isEqualTo(2021);
    }

    private static Integer easierFrom(String indicator, Target before, Target after) {
        return PathComparison.easierFrom(before, after, indicator(indicator))
                .map(Expected::year)
                .orElse(null);
    }

    private static IndicatorDefinition indicator(String code) {
        return PLAN.indicators().stream()
                .filter(row -> row.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Target target(String start, String shape, String end, String upper) {
        return new Target(
                UUID.randomUUID(),
                1,
                new TargetKey("zq-fin-14fyp", "green-credit", "441202", 2025, TargetKey.MAIN),
                Period.parse("2025-12-31"),
                TargetKind.of(upper == null ? TargetComparator.GE : TargetComparator.BETWEEN),
                upper == null ? TargetComparator.GE : TargetComparator.BETWEEN,
                new BigDecimal(end),
                upper == null ? null : new BigDecimal(upper),
                "CNY_100M",
                start == null ? null : new Target.Point(Period.parse("2020-12-31"), new BigDecimal(start)),
                shape == null ? null : PathShape.find(shape).orElseThrow(),
                List.of(),
                null,
                null,
                null,
                null,
                Instant.EPOCH,
                "test",
                1);
    }
}
