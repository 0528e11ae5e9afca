package org.finplan.indicators.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.finplan.indicators.target.PathShape;
import org.finplan.platform.plan.GrowthKind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TargetPathTest {

    private static final LocalDate START = LocalDate.of(2020, 12, 31);
    private static final LocalDate END = LocalDate.of(2025, 12, 31);

    @Test
    @Tag("I03")
    void thePathOfFinancialValueAddedRunsTo180AndTheLineByTenPercentTo17724() {
        TargetPath path = path("110.05", "180", PathShape.COMPOUND);
        GrowthLine line =
                new GrowthLine(new BigDecimal("110.05"), START, GrowthKind.COMPOUND_PERCENT_PER_YEAR, BigDecimal.TEN);

        assertThat(path.at(START)).isEqualTo("110.05");
        assertThat(path.at(LocalDate.of(2021, 12, 31))).isEqualTo("121.4302");
        assertThat(path.at(LocalDate.of(2024, 12, 31))).isEqualTo("163.1308");
        assertThat(path.at(END)).isEqualTo("180");
        assertThat(line.at(END)).isEqualTo("177.2366");
    }

    @Test
    void aLinearPathStepsEvenly() {
        TargetPath path = path("87", "100", PathShape.LINEAR);

        assertThat(path.at(LocalDate.of(2021, 12, 31))).isEqualTo("89.6000");
        assertThat(path.at(LocalDate.of(2023, 12, 31))).isEqualTo("94.8000");
    }

    @Test
    void aCompoundPathThroughZeroOrBelowRunsLinear() {
        assertThat(path("-2", "8", PathShape.COMPOUND).at(LocalDate.of(2022, 12, 31)))
                .isEqualByComparingTo("2");
        assertThat(path("10", "0", PathShape.COMPOUND).shape()).isEqualTo(PathShape.LINEAR);
    }

    @Test
    void aMilestoneIsExpectedAtItsDayAFloorFromTheFirstDayOn() {
        assertThat(path("87", "100", PathShape.STEP).at(END.minusDays(1))).isEqualTo("87");
        assertThat(path("87", "100", PathShape.STEP).at(END)).isEqualTo("100");
        assertThat(path("87", "100", PathShape.FLOOR).at(START)).isEqualTo("87");
        assertThat(path("87", "100", PathShape.FLOOR).at(START.plusDays(1))).isEqualTo("100");
    }

    @Test
    void aCustomPathRunsStraightFromPointToPoint() {
        TargetPath path = custom(List.of("10", "20", "26"), List.of(2020, 2022, 2025));

        assertThat(path.at(LocalDate.of(2021, 12, 31))).isEqualTo("15.0000");
        assertThat(path.at(LocalDate.of(2022, 12, 31))).isEqualTo("20.0000");
        assertThat(path.at(LocalDate.of(2023, 12, 31))).isEqualTo("22.0000");
        assertThat(path.at(END)).isEqualTo("26");
    }

    @Property
    void aCustomPathMeetsAllItsPointsAndNeverTurnsBack(
            @ForAll @Size(min = 2, max = 6) List<@IntRange(min = 0, max = 1000) Integer> rises,
            @ForAll @IntRange(min = 0, max = 1825) int first,
            @ForAll @IntRange(min = 0, max = 1825) int second) {
        List<String> values = new ArrayList<>();
        List<Integer> years = new ArrayList<>();
        int value = 0;
        for (int i = 0; i < rises.size(); i++) {
            value += rises.get(i);
            values.add(String.valueOf(value));
            years.add(2020 + i);
        }
        TargetPath path = custom(values, years);
        BigDecimal earlier = path.at(START.plusDays(Math.min(first, second)));
        BigDecimal later = path.at(START.plusDays(Math.max(first, second)));

        assertThat(later).isGreaterThanOrEqualTo(earlier);
        path.points().forEach(point -> assertThat(path.at(point.day())).isEqualByComparingTo(point.value()));
    }

    private static TargetPath custom(List<String> values, List<Integer> years) {
        List<TargetPath.Point> points = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            points.add(new TargetPath.Point(LocalDate.of(years.get(i), 12, 31), new BigDecimal(values.get(i))));
        }
        TargetPath.Point first = points.get(0);
        TargetPath.Point last = points.get(points.size() - 1);
        return new TargetPath(first.value(), first.day(), last.value(), last.day(), PathShape.CUSTOM, points);
    }

    @Provide
    Arbitrary<PathShape> shapes() {
        return Arbitraries.of(PathShape.COMPOUND, PathShape.LINEAR, PathShape.STEP, PathShape.FLOOR);
    }

    @Property
    void aPathMeetsBothEndsAndNeverTurnsBack(
            @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(4) BigDecimal start,
            @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(4) BigDecimal end,
            @ForAll("shapes") PathShape shape,
            @ForAll @IntRange(min = 0, max = 1825) int first,
            @ForAll @IntRange(min = 0, max = 1825) int second) {
        TargetPath path = new TargetPath(start, START, end, END, shape, List.of());
        BigDecimal earlier = path.at(START.plusDays(Math.min(first, second)));
        BigDecimal later = path.at(START.plusDays(Math.max(first, second)));

        assertThat(path.at(START)).isEqualTo(start);
        assertThat(path.at(END)).isEqualTo(end);
        assertThat(later.compareTo(earlier) * end.compareTo(start)).isNotNegative();
        assertThat(later).isBetween(start.min(end), start.max(end));
    }

    @Property
    void aRootRaisedAgainIsTheBase(
            @ForAll @BigRange(min = "0.0001", max = "1000000") @Scale(4) BigDecimal base,
            @ForAll @IntRange(min = 1, max = 60) int root) {
        BigDecimal part = BigDecimal.ONE.divide(BigDecimal.valueOf(root), new MathContext(60));
        BigDecimal again = Powers.power(base, part).pow(root, new MathContext(60));

        assertThat(again.subtract(base).abs()).isLessThanOrEqualTo(base.movePointLeft(30));
    }

    private static TargetPath path(String start, String end, PathShape shape) {
        return new TargetPath(new BigDecimal(start), START, new BigDecimal(end), END, shape, List.of());
    }
}
