package org.finplan.risk.rulebook.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.finplan.risk.rulebook.definition.Bands;
import org.finplan.risk.rulebook.definition.Comparator;
import org.finplan.risk.rulebook.definition.Condition;
import org.finplan.risk.rulebook.definition.Limit;
import org.finplan.risk.rulebook.definition.LoanClass;
import org.finplan.risk.rulebook.definition.Measure;
import org.finplan.risk.rulebook.definition.Signal;

/** Says where a rule about a limit is kept for sure, and not near. It never says so of a figure of which it is not sure. */
final class LimitEstimate {

    /** What a rule says of a period, as far as an estimate can. */
    enum Outcome {
        /** The rule does not judge the period. */
        NONE,
        CLEAR,
        MISSING,
        UNSURE
    }

    private enum Applies {
        YES,
        NO,
        OPEN
    }

    private record Dated(double value, long from, long until) {
        static Dated of(Limit limit) {
            return new Dated(
                    limit.value().doubleValue(),
                    limit.from() == null ? Long.MIN_VALUE : limit.from().toEpochDay(),
                    limit.until() == null ? Long.MAX_VALUE : limit.until().toEpochDay());
        }

        boolean isInForce(long day) {
            return from <= day && day <= until;
        }
    }

    /**
     * What is judged by limits of its own.
     *
     * @param loanClass code of the loan class, empty for the rule itself
     * @param exact the measure as it is judged exactly
     * @param measure its estimate
     * @param linear the same where it is a quotient of sums, else null
     * @param limits its limits
     */
    record Part(String loanClass, Measure exact, EstimatedMeasure measure, LinearMeasure linear, List<Dated> limits) {}

    private record Held(EstimatedMeasure measure, Comparator comparator, double limit) {}

    private final boolean upper;
    private final double near;
    private final List<Held> when;
    private final List<Held> unless;
    private final List<Part> parts = new ArrayList<>();
    private final Estimate over = new Estimate();
    private final Estimate under = new Estimate();

    LimitEstimate(Signal.OfLimit signal, Map<String, Integer> numbers) {
        upper = signal.comparator().isUpper();
        List<Bands.Band> bands = signal.bands().ofNear();
        near = bands.isEmpty() ? 1 : bands.get(0).from().doubleValue();
        when = held(signal.when(), numbers);
        unless = held(signal.unless(), numbers);
        parts.add(part("", signal.measure(), signal.limits(), numbers));
        for (LoanClass loanClass : signal.classes()) {
            parts.add(part(loanClass.code(), loanClass.measure(), loanClass.limits(), numbers));
        }
    }

    private static Part part(String code, Measure measure, List<Limit> limits, Map<String, Integer> numbers) {
        return new Part(
                code,
                measure,
                new EstimatedMeasure(measure, numbers),
                LinearMeasure.of(measure, numbers),
                limits.stream().map(Dated::of).toList());
    }

    private static List<Held> held(List<Condition> conditions, Map<String, Integer> numbers) {
        return conditions.stream()
                .map(condition -> new Held(
                        new EstimatedMeasure(condition.measure(), numbers),
                        condition.comparator(),
                        condition.limit().doubleValue()))
                .toList();
    }

    /** {@return what has limits of its own: the rule, then its loan classes} */
    List<Part> parts() {
        return parts;
    }

    /**
     * Whether a figure is within its limit for sure in all periods at once, none of them missing: what nearly every rule comes to.
     *
     * @param part what is judged
     * @param local local limits
     * @param table what was reported
     * @return how many periods the rule judges then, or -1 where each period is to be looked at
     */
    int clearThroughout(Part part, List<Limit> local, FigureTable table) {
        if (part.linear() == null || part.limits().size() != 1 || !local.isEmpty()) {
            return -1;
        }
        Dated limit = part.limits().get(0);
        boolean clear = limit.isInForce(table.firstEnd())
                && limit.isInForce(table.lastEnd())
                && part.linear().isBeyond(bound(limit.value()), upper ? -1 : 1, table);
        return clear ? applicable(table) : -1;
    }

    /** {@return in how many periods the rule applies, or -1 where that is open} */
    private int applicable(FigureTable table) {
        if (when.isEmpty() && unless.isEmpty()) {
            return table.periods();
        }
        int count = 0;
        for (int period = 0; period < table.periods(); period++) {
            Applies applies = applies(table, period);
            if (applies == Applies.OPEN) {
                return -1;
            }
            count += applies == Applies.YES ? 1 : 0;
        }
        return count;
    }

    /**
     * Estimates one period.
     *
     * @param part what is judged
     * @param local local limits, which count where they are stricter
     * @param table what was reported
     * @param period number of the period
     * @return what the rule says
     */
    Outcome of(Part part, List<Limit> local, FigureTable table, int period) {
        double limit = strictest(part.limits(), table.end(period));
        if (Double.isNaN(limit)) {
            return Outcome.NONE;
        }
        if (!when.isEmpty() || !unless.isEmpty()) {
            Applies applies = applies(table, period);
            if (applies != Applies.YES) {
                return applies == Applies.NO ? Outcome.NONE : Outcome.UNSURE;
            }
        }
        if (part.measure().isMissing(table.columns(), period)) {
            return Outcome.MISSING;
        }
        for (Limit each : local) {
            Dated dated = Dated.of(each);
            if (dated.isInForce(table.end(period))) {
                limit = stricter(limit, dated.value());
            }
        }
        return part.measure().estimate(table.columns(), period, over, under) && isClear(limit)
                ? Outcome.CLEAR
                : Outcome.UNSURE;
    }

    private double strictest(List<Dated> limits, long end) {
        double strictest = Double.NaN;
        for (Dated each : limits) {
            if (each.isInForce(end)) {
                strictest = Double.isNaN(strictest) ? each.value() : stricter(strictest, each.value());
            }
        }
        return strictest;
    }

    private double stricter(double one, double other) {
        return upper ? Math.min(one, other) : Math.max(one, other);
    }

    /** Kept, and not near: what is near has a limit and a value above 0 only. */
    private boolean isClear(double limit) {
        return EstimatedMeasure.side(over, under, bound(limit))
                == (upper ? EstimatedMeasure.Side.BELOW : EstimatedMeasure.Side.ABOVE);
    }

    private Applies applies(FigureTable table, int period) {
        Applies must = all(when, table, period);
        Applies not = unless.isEmpty() ? Applies.NO : all(unless, table, period);
        if (must == Applies.OPEN || not == Applies.OPEN) {
            return Applies.OPEN;
        }
        return must == Applies.YES && not == Applies.NO ? Applies.YES : Applies.NO;
    }

    private double bound(double limit) {
        if (limit <= 0) {
            return limit;
        }
        return upper ? limit * near : limit / near;
    }

    private Applies all(List<Held> conditions, FigureTable table, int period) {
        for (Held condition : conditions) {
            if (condition.measure().isMissing(table.columns(), period)
                    || !condition.measure().estimate(table.columns(), period, over, under)) {
                return Applies.OPEN;
            }
            EstimatedMeasure.Side side = EstimatedMeasure.side(over, under, condition.limit());
            if (side == EstimatedMeasure.Side.UNSURE) {
                return Applies.OPEN;
            }
            boolean below = side == EstimatedMeasure.Side.BELOW;
            if (below != condition.comparator().isUpper()) {
                return Applies.NO;
            }
        }
        return Applies.YES;
    }
}
