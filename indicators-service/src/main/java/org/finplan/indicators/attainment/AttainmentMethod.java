package org.finplan.indicators.attainment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.finplan.indicators.target.PathShape;
import org.finplan.platform.events.AttainmentState;
import org.finplan.platform.plan.Direction;
import org.finplan.platform.plan.GrowthKind;
import org.finplan.platform.plan.GrowthRule;
import org.finplan.platform.plan.TargetKind;

/**
 * The method that judges a value against its target. Its thresholds follow Open SDG's progress measure; what it adds are
 * the corridor of the printed growth and benchmarks.
 */
final class AttainmentMethod {

    /** Version of the method; a change of its rules gets another. */
    static final String VERSION = "attainment-1";
    /** From here on a value is ahead of the path. */
    static final BigDecimal AHEAD_FROM = new BigDecimal("1.05");
    /** From here on a value is on course. */
    static final BigDecimal ON_COURSE_FROM = new BigDecimal("0.95");
    /** From here on a value is behind, below it is off course. */
    static final BigDecimal BEHIND_FROM = new BigDecimal("0.6");

    private static final int RATIO_PLACES = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final JudgementInput question;
    private final JudgementInput.Goal goal;
    private final TargetPath path;
    private final LocalDate day;

    private AttainmentMethod(JudgementInput question) {
        this.question = question;
        this.goal = question.target();
        this.path = goal == null ? null : goal.path();
        this.day = question.period().end();
    }

    /**
     * Judges.
     *
     * @param question the value and what it is held against
     * @return the judgement
     */
    static Judgement judge(JudgementInput question) {
        AttainmentMethod method = new AttainmentMethod(question);
        if (question.target() == null) {
            return Judgement.unknown(AttainmentState.NOT_ASSESSABLE, Reason.NO_TARGET, null, null);
        }
        if (!question.pointInTime() && !question.period().isWholeYear()) {
            return Judgement.unknown(AttainmentState.NOT_ASSESSABLE, Reason.PERIOD_NOT_COMPARABLE, null, null);
        }
        if (question.target().comparator().isBenchmark()) {
            return method.againstBenchmark();
        }
        if (method.isInsideItsYear()) {
            return method.beforeTheYearIsOver();
        }
        return question.target().path() == null ? method.againstNumber() : method.againstPath();
    }

    private Judgement againstBenchmark() {
        BigDecimal actual = question.actual();
        BigDecimal benchmark = question.benchmark();
        if (actual == null) {
            return Judgement.unknown(AttainmentState.NO_DATA, Reason.NO_VALUE, benchmark, null);
        }
        if (benchmark == null) {
            return Judgement.unknown(AttainmentState.NOT_ASSESSABLE, Reason.NO_BENCHMARK, null, null);
        }
        AttainmentState state =
                goal.comparator().isMet(actual, benchmark) ? AttainmentState.ACHIEVED : AttainmentState.OFF_COURSE;
        return new Judgement(state, null, benchmark, actual.subtract(benchmark), null, null, null, null);
    }

    private boolean isInsideItsYear() {
        return goal.kind() instanceof TargetKind.YearByYear && day.isBefore(goal.day());
    }

    /** No path leads to a target that is set year by year: before the end of its year it can only be met already. */
    private Judgement beforeTheYearIsOver() {
        if (question.actual() == null) {
            return Judgement.unknown(AttainmentState.NO_DATA, Reason.NO_VALUE, null, null);
        }
        return goal.isMet(question.actual())
                ? Judgement.unknown(AttainmentState.ACHIEVED, null, null, null)
                : Judgement.unknown(AttainmentState.NOT_ASSESSABLE, Reason.YEAR_NOT_OVER, null, null);
    }

    /** Without a baseline there is no path: before the target's day a value can only meet it already. */
    private Judgement againstNumber() {
        BigDecimal actual = question.actual();
        if (actual == null) {
            return Judgement.unknown(AttainmentState.NO_DATA, Reason.NO_VALUE, null, null);
        }
        boolean met = goal.isMet(actual);
        if (!met && day.isBefore(goal.day())) {
            return Judgement.unknown(AttainmentState.NOT_ASSESSABLE, Reason.NO_BASELINE, null, null);
        }
        BigDecimal expected = day.isBefore(goal.day()) ? null : goal.value();
        BigDecimal gap = expected == null ? null : actual.subtract(expected);
        AttainmentState state = met ? AttainmentState.ACHIEVED : AttainmentState.BEHIND;
        return new Judgement(state, null, expected, gap, null, null, required(actual), null);
    }

    private Judgement againstPath() {
        BigDecimal actual = question.actual();
        BigDecimal exact = path.exactAt(day);
        BigDecimal expected = path.shown(day, exact);
        Corridor corridor = corridor(expected);
        if (actual == null) {
            return Judgement.unknown(AttainmentState.NO_DATA, Reason.NO_VALUE, expected, corridor);
        }
        boolean atBaseline = !day.isAfter(path.startDay());
        BigDecimal ratio = ratio(actual, exact);
        return new Judgement(
                atBaseline ? AttainmentState.NOT_ASSESSABLE : state(actual, expected, ratio, corridor),
                atBaseline ? Reason.BASELINE_PERIOD : null,
                expected,
                actual.subtract(expected),
                ratio == null ? null : ratio.setScale(RATIO_PLACES, RoundingMode.HALF_UP),
                corridor,
                required(actual),
                Projection.of(question.history(), compounds(), goal.day(), goal::isMet));
    }

    /** What years bring together grows by amounts, whatever the years measure. */
    private boolean compounds() {
        return !isCumulative()
                && switch (question.measure()) {
                    case STOCK, FLOW -> true;
                    case RATIO, COUNT, RANK, AVERAGE -> false;
                };
    }

    private boolean isCumulative() {
        return goal.kind() instanceof TargetKind.Cumulative;
    }

    /** Whether the years use something up: what comes together is to stay small, and is known to have only at the end. */
    private boolean isLimit() {
        int way = path.end().compareTo(path.start());
        return isCumulative() && (question.direction() == Direction.HIGHER ? way < 0 : way >= 0);
    }

    private AttainmentState withinLimit(BigDecimal actual, BigDecimal expected) {
        if (!goal.isMet(actual)) {
            return AttainmentState.OFF_COURSE;
        }
        if (!day.isBefore(goal.day())) {
            return AttainmentState.ACHIEVED;
        }
        return isWorse(actual, expected) ? AttainmentState.BEHIND : AttainmentState.ON_COURSE;
    }

    private AttainmentState state(BigDecimal actual, BigDecimal expected, BigDecimal ratio, Corridor corridor) {
        if (isLimit()) {
            return withinLimit(actual, expected);
        }
        if (goal.isMet(actual)) {
            return AttainmentState.ACHIEVED;
        }
        if (overshoots(actual)) {
            return AttainmentState.OFF_COURSE;
        }
        boolean timeLeft = day.isBefore(goal.day()) && path.shape() != PathShape.FLOOR;
        if (ratio == null) {
            boolean noWorse = goal.upper() == null && !isWorse(actual, expected);
            return timeLeft && noWorse ? AttainmentState.ON_COURSE : AttainmentState.BEHIND;
        }
        if (timeLeft && corridor.contains(actual)) {
            return AttainmentState.ON_COURSE;
        }
        if (timeLeft && ratio.compareTo(AHEAD_FROM) >= 0) {
            return AttainmentState.AHEAD;
        }
        if (timeLeft && ratio.compareTo(ON_COURSE_FROM) >= 0) {
            return AttainmentState.ON_COURSE;
        }
        return ratio.compareTo(BEHIND_FROM) >= 0 ? AttainmentState.BEHIND : AttainmentState.OFF_COURSE;
    }

    /** Past the far end of a band: from there the way goes back. */
    private boolean overshoots(BigDecimal actual) {
        if (goal.upper() == null) {
            return false;
        }
        boolean fromBelow = path.start().compareTo(goal.value()) <= 0;
        boolean fromAbove = path.start().compareTo(goal.upper()) >= 0;
        return (fromBelow && actual.compareTo(goal.upper()) > 0) || (fromAbove && actual.compareTo(goal.value()) < 0);
    }

    private boolean isWorse(BigDecimal actual, BigDecimal expected) {
        int sign = actual.compareTo(expected);
        return question.direction() == Direction.HIGHER ? sign < 0 : sign > 0;
    }

    /** Way gone over way expected; the sign of the direction cancels out. */
    private BigDecimal ratio(BigDecimal actual, BigDecimal expected) {
        BigDecimal way = expected.subtract(path.start());
        return way.signum() == 0 ? null : actual.subtract(path.start()).divide(way, Powers.RESULT);
    }

    private Corridor corridor(BigDecimal expected) {
        GrowthRule growth = question.growth();
        Corridor corridor = Corridor.of(expected);
        if (growth == null || growth.kind() == GrowthKind.RELATIVE || day.isAfter(goal.day())) {
            return corridor;
        }
        LocalDate from = path.startDay();
        if (!day.isAfter(from)) {
            return corridor;
        }
        Corridor slow = corridor.including(new GrowthLine(path.start(), from, growth.kind(), growth.min()).at(day));
        return growth.min().compareTo(growth.max()) == 0
                ? slow
                : slow.including(new GrowthLine(path.start(), from, growth.kind(), growth.max()).at(day));
    }

    /** Growth a year from the value to the target: percent for amounts, points for ratios, things for counts. */
    private BigDecimal required(BigDecimal actual) {
        BigDecimal years = TargetPath.years(day, goal.day());
        if (years.signum() <= 0 || goal.isMet(actual)) {
            return null;
        }
        BigDecimal growth =
                compounds() ? percent(actual, years) : aim().subtract(actual).divide(years, Powers.RESULT);
        return growth == null ? null : growth.setScale(TargetPath.PLACES, RoundingMode.HALF_UP);
    }

    /** Where the path ends: of a band the end that the baseline lies nearer to. */
    private BigDecimal aim() {
        return path == null ? goal.value() : path.end();
    }

    private BigDecimal percent(BigDecimal actual, BigDecimal years) {
        if (actual.signum() <= 0 || aim().signum() <= 0) {
            return null;
        }
        BigDecimal factor = aim().divide(actual, Powers.RESULT);
        return Powers.power(factor, BigDecimal.ONE.divide(years, Powers.RESULT))
                .subtract(BigDecimal.ONE)
                .multiply(HUNDRED);
    }
}
