package org.finplan.indicators.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.finplan.platform.period.Period;
import org.finplan.platform.period.PeriodType;
import org.finplan.platform.plan.Measure;
import org.finplan.platform.plan.SeriesDefinition;
import org.finplan.platform.plan.SeriesRegister;
import org.finplan.platform.plan.reading.PlanPackages;
import org.junit.jupiter.api.Test;

/** Every series of the packages, by what it measures. */
class SeriesOfThePackagesTest {

    private static final SeriesRegister SERIES =
            PlanPackages.register(List.of()).series();
    private static final List<SeriesDefinition> NO_FLOWS = SERIES.all().stream()
            .filter(series -> !measure(series).equals(Optional.of(Measure.FLOW)))
            .toList();

    /** Months and quarters of two years, in their order, some of them delivered: a sum would have several inputs. */
    @Property(tries = 200)
    void whatIsNoFlowIsNeverASum(
            @ForAll @Size(24) List<@IntRange(min = -1, max = 1_000) Integer> months,
            @ForAll @Size(8) List<@IntRange(min = -1, max = 1_000) Integer> quarters) {
        List<Known<Period>> values = new ArrayList<>();
        for (int year = 0; year < 2; year++) {
            Period of = Period.ofYear(2021 + year);
            values.addAll(delivered(of.parts(PeriodType.MONTH), months.subList(12 * year, 12 * year + 12)));
            values.addAll(delivered(of.parts(PeriodType.QUARTER), quarters.subList(4 * year, 4 * year + 4)));
        }
        for (SeriesDefinition definition : NO_FLOWS) {
            Series<Period> series = new Series<>(SERIES.isState(definition), values);
            for (Frequency frequency : rules(definition).frequencies()) {
                assertThat(series.at(frequency)).as(definition.code()).allSatisfy(value -> {
                    assertThat(value.inputs()).hasSize(1);
                    Known<Period> atTheEnd = atTheEnd(values, value.period());
                    assertThat(value.inputs().get(0)).isEqualTo(atTheEnd.origin());
                    assertThat(value.value()).isEqualByComparingTo(atTheEnd.value());
                });
            }
        }
    }

    @Test
    void onlyAFlowHasSumsSinceJanuaryAndOnlyAStateIsBroughtToAFrequencyOtherwise() {
        assertThat(NO_FLOWS).hasSizeGreaterThan(50).hasSizeLessThan(SERIES.all().size());
        assertThat(NO_FLOWS).allSatisfy(definition -> {
            assertThat(rules(definition).transforms()).doesNotContain(Transform.CUMULATIVE);
            assertThat(rules(definition).frequencies().isEmpty() || SERIES.isState(definition))
                    .isTrue();
        });
    }

    private static Rules rules(SeriesDefinition definition) {
        return Rules.of(measure(definition).orElse(null), SERIES.isState(definition));
    }

    private static Optional<Measure> measure(SeriesDefinition definition) {
        return SERIES.measure(definition.code());
    }

    private static Known<Period> atTheEnd(List<Known<Period>> values, Period period) {
        return values.stream()
                .filter(known -> known.period().end().equals(period.end()))
                .findFirst()
                .orElseThrow();
    }

    /** A value below zero stands for one that was not delivered. */
    private static List<Known<Period>> delivered(List<Period> periods, List<Integer> values) {
        List<Known<Period>> delivered = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            if (values.get(i) >= 0) {
                delivered.add(new Known<>(periods.get(i), BigDecimal.valueOf(values.get(i)), periods.get(i)));
            }
        }
        return delivered;
    }
}
