package org.finplan.indicators.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.finplan.indicators.attainment.JudgementInput.Goal;
import org.finplan.indicators.target.Cumulated;
import org.finplan.indicators.target.PathShape;
import org.finplan.platform.events.AttainmentState;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.Accumulation;
import org.finplan.platform.plan.Direction;
import org.finplan.platform.plan.Measure;
import org.finplan.platform.plan.TargetComparator;
import org.finplan.platform.plan.TargetKind;

/** What holds of the kinds of target whatever the figures. */
class KindsOfTargetPropertiesTest {

    private static final LocalDate START = LocalDate.of(2025, 12, 31);

    @Property(tries = 200)
    void whatIsCumulatedIsTheSumOfTheYearsInWhateverOrder(
            @ForAll @Size(min = 1, max = 5) List<@BigRange(min = "-1000", max = "1000") BigDecimal> years) {
        List<BigDecimal> backwards = new ArrayList<>(years);
        Collections.reverse(backwards);

        BigDecimal sum = years.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(cumulated(years).value()).isEqualByComparingTo(sum);
        assertThat(cumulated(backwards).value()).isEqualByComparingTo(sum);
        assertThat(cumulated(years).years()).hasSize(years.size());
    }

    @Property(tries = 200)
    void aYearThatBringsSomethingNeverLowersTheShare(
            @ForAll @Size(min = 1, max = 4) List<@BigRange(min = "0", max = "1000") BigDecimal> years,
            @ForAll @BigRange(min = "0", max = "1000") BigDecimal next) {
        List<BigDecimal> more = new ArrayList<>(years);
        more.add(next);

        assertThat(cumulated(more).share())
                .isGreaterThanOrEqualTo(cumulated(years).share());
    }

    @Property(tries = 200)
    void aMissingYearIsNeverGuessed(
            @ForAll @Size(min = 2, max = 5) List<@BigRange(min = "0", max = "1000") BigDecimal> years,
            @ForAll @IntRange(min = 0, max = 4) int which) {
        List<BigDecimal> gap = new ArrayList<>(years);
        gap.set(which % years.size(), null);

        assertThat(cumulated(gap).value()).isNull();
        assertThat(cumulated(gap).share()).isNull();
        assertThat(cumulated(gap).missing()).containsExactly(2026 + which % years.size());
    }

    @Property(tries = 200)
    void aYearThatIsSetIsAValueInThatYear(
            @ForAll @BigRange(min = "1", max = "1000") BigDecimal baseline,
            @ForAll @BigRange(min = "1", max = "1000") BigDecimal target,
            @ForAll @BigRange(min = "0", max = "2000") BigDecimal actual) {
        Judgement yearly =
                judge(new TargetKind.YearByYear(), path(baseline, target, PathShape.STEP), target, actual, "2028");
        Judgement value =
                judge(new TargetKind.InYear(), path(baseline, target, PathShape.COMPOUND), target, actual, "2028");

        assertThat(yearly).isEqualTo(value);
    }

    /** Turned over, with the direction, a band says the same. */
    @Property(tries = 200)
    void aBandIsTheSameFromBothSides(
            @ForAll @BigRange(min = "-100", max = "100") BigDecimal baseline,
            @ForAll @BigRange(min = "-100", max = "100") BigDecimal actual,
            @ForAll @IntRange(min = 2026, max = 2028) int year) {
        assertThat(band(baseline, new BigDecimal("20"), new BigDecimal("30"), actual, Direction.HIGHER, year))
                .isEqualTo(band(
                        baseline.negate(),
                        new BigDecimal("-30"),
                        new BigDecimal("-20"),
                        actual.negate(),
                        Direction.LOWER,
                        year));
    }

    @Property(tries = 200)
    void withoutABaselineNothingIsAheadOfOrBehindAPath(
            @ForAll @BigRange(min = "0", max = "1000") BigDecimal target,
            @ForAll @BigRange(min = "0", max = "1000") BigDecimal actual) {
        assertThat(judge(new TargetKind.InYear(), null, target, actual, "2027").state())
                .isIn(AttainmentState.ACHIEVED, AttainmentState.NOT_ASSESSABLE);
        assertThat(judge(new TargetKind.InYear(), null, target, actual, "2028").state())
                .isIn(AttainmentState.ACHIEVED, AttainmentState.BEHIND);
    }

    private static Cumulated cumulated(List<BigDecimal> years) {
        return Cumulated.of(
                Accumulation.SUM, BigDecimal.valueOf(2000), 2026, 2025 + years.size(), year -> years.get(year - 2026));
    }

    private static TargetPath path(BigDecimal baseline, BigDecimal target, PathShape shape) {
        return new TargetPath(baseline, START, target, Period.ofYear(2028).end(), shape, List.of());
    }

    private static Judgement judge(
            TargetKind kind, TargetPath path, BigDecimal target, BigDecimal actual, String period) {
        Goal goal =
                new Goal(TargetComparator.GE, target, null, Period.ofYear(2028).end(), path, kind);
        return AttainmentMethod.judge(new JudgementInput(
                Measure.STOCK, true, Direction.HIGHER, goal, null, Period.parse(period), actual, null, List.of()));
    }

    private static AttainmentState band(
            BigDecimal baseline, BigDecimal lower, BigDecimal upper, BigDecimal actual, Direction direction, int year) {
        TargetPath path = path(baseline, baseline.max(lower).min(upper), PathShape.LINEAR);
        Goal goal = new Goal(
                TargetComparator.BETWEEN, lower, upper, Period.ofYear(2028).end(), path, new TargetKind.Range());
        return AttainmentMethod.judge(new JudgementInput(
                        Measure.RATIO, true, direction, goal, null, Period.ofYear(year), actual, null, List.of()))
                .state();
    }
}
