package org.finplan.platform.plan.check;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.TargetComparator;
import org.finplan.platform.plan.fault.FaultKind;
import org.finplan.platform.plan.fault.FaultList;
import org.finplan.platform.plan.table.JsonTable;
import org.finplan.platform.plan.table.PackageTables;
import org.finplan.platform.plan.table.PlanFiles;

/** Checks the rows of the table of indicators: what they refer to, and that what they say fits together. */
final class IndicatorCheck {

    private static final Set<TargetComparator> UPWARDS =
            EnumSet.of(TargetComparator.GE, TargetComparator.GT, TargetComparator.AIM, TargetComparator.GE_BENCHMARK);
    private static final Set<TargetComparator> DOWNWARDS =
            EnumSet.of(TargetComparator.LE, TargetComparator.LT, TargetComparator.LT_BENCHMARK);

    private final PackageTables tables;
    private final References known;
    private final FaultList faults;
    private final TimeCheck time;

    IndicatorCheck(PackageTables tables, References known, FaultList faults) {
        this.tables = tables;
        this.known = known;
        this.faults = faults;
        this.time = new TimeCheck(faults);
    }

    void check() {
        Codes inconsistencies = Codes.of(tables.rows(PlanFiles.INDICATORS, "inconsistencies"), "id", faults);
        inconsistencies.rows().values().forEach(row -> known.indicators().allKnown(row, "indicators"));
        Optional<Period> horizon =
                tables.file(PlanFiles.INDICATORS).child("plan").findPeriod("horizon");
        int number = 0;
        for (JsonTable row : tables.indicators()) {
            number++;
            if (row.integer("number") != number) {
                faults.add(FaultKind.WRONG_NUMBER, row, "number", List.of(Integer.toString(number)), number);
            }
            known.clauses().known(row, "clause");
            known.clauses().allKnown(row, "prose_clauses");
            known.units().known(row.child("unit"), "code");
            inconsistencies.allKnown(row, "inconsistencies");
            target(row, horizon);
            if (row.has("growth")) {
                growth(row.child("growth"));
            }
        }
    }

    private void target(JsonTable row, Optional<Period> horizon) {
        JsonTable target = row.child("target");
        Optional<Period> end = time.ofItsYear(target);
        horizon.ifPresent(plan -> time.within(target, "year", plan));
        TargetKindCheck kind = new TargetKindCheck(row, known, faults);
        if (row.has("baseline")) {
            baseline(row.child("baseline"), kind.firstYear(), end);
        }
        kind.check(horizon);
        String direction = row.text("direction");
        if (kind.hasOneNumber()) {
            number(target, target.constant("comparator", TargetComparator.class));
        }
        if (target.has("comparator")) {
            direction(direction, target);
        }
        for (JsonTable year : kind.years()) {
            JsonTable says = year.has("comparator") ? year : target;
            if (says.has("comparator")) {
                band(year, says.constant("comparator", TargetComparator.class));
            }
            if (year.has("comparator")) {
                direction(direction, year);
            }
        }
        if (target.has("relative")) {
            known.series().known(target.child("relative"), "benchmark");
            known.regions().known(target.child("relative"), "region");
        }
    }

    private void baseline(JsonTable baseline, int firstYear, Optional<Period> end) {
        Optional<Period> start = time.ofItsYear(baseline);
        if (baseline.integer("year") >= firstYear) {
            faults.add(FaultKind.BASELINE_AFTER_TARGET, baseline, "year", List.of("< " + firstYear));
        } else if (start.isPresent()
                && end.isPresent()
                && !start.get().end().isBefore(end.get().end())) {
            faults.add(
                    FaultKind.BASELINE_AFTER_TARGET,
                    baseline,
                    "period",
                    List.of("< " + end.get().text()));
        }
    }

    private void number(JsonTable target, TargetComparator comparator) {
        String needed = comparator.isBenchmark() ? "relative" : "value";
        String excluded = comparator.isBenchmark() ? "value" : "relative";
        if (target.has(excluded) || !target.has(needed)) {
            String field = target.has(excluded) ? excluded : needed;
            faults.add(FaultKind.NUMBER_OR_BENCHMARK, target, field, List.of());
        }
        band(target, comparator);
    }

    private void band(JsonTable target, TargetComparator comparator) {
        if ((comparator == TargetComparator.BETWEEN) != target.has("upper")) {
            faults.add(FaultKind.UPPER_AND_BAND, target, "upper", List.of());
        } else if (target.has("upper")
                && target.has("value")
                && target.decimal("upper").compareTo(target.decimal("value")) <= 0) {
            faults.add(
                    FaultKind.BAND_REVERSED,
                    target,
                    "upper",
                    List.of("> " + target.decimal("value").toPlainString()));
        }
    }

    private void direction(String direction, JsonTable target) {
        TargetComparator comparator = target.constant("comparator", TargetComparator.class);
        Set<TargetComparator> wrong = direction.equals("lower") ? UPWARDS : DOWNWARDS;
        if (wrong.contains(comparator)) {
            faults.add(
                    FaultKind.DIRECTION_AND_COMPARATOR,
                    target,
                    "comparator",
                    Arrays.stream(TargetComparator.values())
                            .filter(one -> !wrong.contains(one) && one != TargetComparator.ASSESSED)
                            .map(TargetComparator::code)
                            .toList(),
                    direction,
                    comparator.code());
        }
    }

    private void growth(JsonTable growth) {
        known.units().known(growth, "unit");
        boolean relative = growth.text("kind").equals("relative");
        for (String bound : List.of("min", "max")) {
            if (growth.has(bound) == relative) {
                FaultKind kind = relative ? FaultKind.GROWTH_WITH_NUMBERS : FaultKind.GROWTH_WITHOUT_NUMBERS;
                faults.add(kind, growth, bound, List.of());
            }
        }
        if (growth.has("min") && growth.has("max") && growth.decimal("max").compareTo(growth.decimal("min")) < 0) {
            faults.add(
                    FaultKind.GROWTH_REVERSED,
                    growth,
                    "max",
                    List.of("≥ " + growth.decimal("min").toPlainString()));
        }
    }
}
