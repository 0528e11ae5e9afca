package org.finplan.platform.plan.check;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.Accumulation;
import org.finplan.platform.plan.TargetComparator;
import org.finplan.platform.plan.TargetKind;
import org.finplan.platform.plan.fault.FaultKind;
import org.finplan.platform.plan.fault.FaultList;
import org.finplan.platform.plan.table.JsonTable;

/** Checks what the kind of a target asks for: which fields it takes, and how its years and its span lie. */
final class TargetKindCheck {

    private static final List<TargetComparator> OF_NUMBERS = List.of(
            TargetComparator.GE,
            TargetComparator.GT,
            TargetComparator.LE,
            TargetComparator.LT,
            TargetComparator.EQ,
            TargetComparator.AIM);
    private static final Map<String, Set<String>> TAKEN_BY = takenBy();

    private final JsonTable row;
    private final JsonTable target;
    private final String kind;
    private final References known;
    private final FaultList faults;

    TargetKindCheck(JsonTable row, References known, FaultList faults) {
        this.row = row;
        this.target = row.child("target");
        this.kind = target.has("kind") ? target.text("kind") : implied();
        this.known = known;
        this.faults = faults;
    }

    private static Map<String, Set<String>> takenBy() {
        Map<String, Set<String>> kinds = new LinkedHashMap<>();
        kinds.put("comparator", Set.of("value", "yearly", "cumulative", "range", "benchmark"));
        kinds.put("value", Set.of("value", "cumulative", "range"));
        kinds.put("upper", Set.of("range"));
        kinds.put("relative", Set.of("benchmark"));
        kinds.put("years", Set.of("yearly"));
        kinds.put("profile", Set.of("cumulative"));
        kinds.put("accumulate", Set.of("cumulative"));
        kinds.put("assessor", Set.of("qualitative"));
        return kinds;
    }

    private String implied() {
        return target.has("comparator")
                ? TargetKind.of(target.constant("comparator", TargetComparator.class))
                        .code()
                : "value";
    }

    /**
     * Checks the target, but for its number and its comparator.
     *
     * @param horizon the years of the plan, where they can be read
     */
    void check(Optional<Period> horizon) {
        fields();
        if (target.has("comparator")) {
            comparator();
        }
        if (!kind.equals("cumulative")) {
            target.findPeriod("period")
                    .filter(period -> period.start().getYear() != period.end().getYear())
                    .ifPresent(span -> faults.add(
                            FaultKind.PERIOD_OF_YEARS,
                            target,
                            "period",
                            List.of(Integer.toString(span.year())),
                            span.text()));
        }
        switch (kind) {
            case "yearly" -> years(horizon);
            case "cumulative" -> cumulative(horizon);
            case "qualitative" -> qualitative();
            default -> {}
        }
    }

    /** {@return whether the target itself has a number or a benchmark, which is then to be checked} */
    boolean hasOneNumber() {
        return target.has("comparator") && !kind.equals("yearly") && !kind.equals("qualitative");
    }

    /** {@return the years that have a number of their own, and a comparator where it is another than the target's} */
    List<JsonTable> years() {
        return kind.equals("yearly") ? target.rows("years") : List.of();
    }

    /** {@return the first year that it asks something of; the baseline lies before it} */
    int firstYear() {
        int last = target.integer("year");
        return switch (kind) {
            case "yearly" ->
                years().stream().mapToInt(year -> year.integer("year")).min().orElse(last);
            case "cumulative" ->
                target.findPeriod("period").map(span -> span.start().getYear()).orElse(last);
            default -> last;
        };
    }

    /** Number, band and benchmark have faults of their own where the comparator alone tells them apart. */
    private void fields() {
        TAKEN_BY.forEach((field, kinds) -> {
            boolean byComparator = !kind.equals("yearly") && !kind.equals("qualitative") && !kind.equals("cumulative");
            boolean ofTheComparator = Set.of("value", "upper", "relative").contains(field);
            if (target.has(field) && !kinds.contains(kind) && !(byComparator && ofTheComparator)) {
                faults.add(
                        FaultKind.FIELD_OF_ANOTHER_KIND,
                        target,
                        field,
                        kinds.stream().sorted().map(one -> "kind " + one).toList(),
                        kind);
            }
        });
        List<String> needed =
                switch (kind) {
                    case "qualitative" -> List.of("assessor");
                    case "yearly" -> List.of("comparator", "years");
                    default -> List.of("comparator");
                };
        for (String field : needed) {
            if (!target.has(field)) {
                faults.add(FaultKind.MISSING_FIELD, target, field, List.of());
            }
        }
    }

    private void comparator() {
        TargetComparator comparator = target.constant("comparator", TargetComparator.class);
        List<TargetComparator> accepted =
                switch (kind) {
                    case "range" -> List.of(TargetComparator.BETWEEN);
                    case "benchmark" -> List.of(TargetComparator.LT_BENCHMARK, TargetComparator.GE_BENCHMARK);
                    case "yearly" ->
                        Stream.concat(OF_NUMBERS.stream(), Stream.of(TargetComparator.BETWEEN))
                                .toList();
                    default -> OF_NUMBERS;
                };
        if (!accepted.contains(comparator) && !kind.equals("qualitative")) {
            faults.add(
                    FaultKind.KIND_AND_COMPARATOR,
                    target,
                    "comparator",
                    accepted.stream().map(TargetComparator::code).toList(),
                    kind,
                    comparator.code());
        }
    }

    private void qualitative() {
        if (!known.organisations().isEmpty()) {
            known.organisations().known(target, "assessor");
        }
        JsonTable unit = known.units().rows().get(row.child("unit").text("code"));
        if (unit != null && !unit.text("kind").equals("other")) {
            faults.add(FaultKind.QUALITATIVE_OF_A_NUMBER, row.child("unit"), "code", List.of());
        } else if (!row.text("measure").equals("rank")) {
            faults.add(FaultKind.QUALITATIVE_OF_A_NUMBER, row, "measure", List.of("rank"));
        }
    }

    private void years(Optional<Period> horizon) {
        TimeCheck time = new TimeCheck(faults);
        Set<Integer> set = new HashSet<>();
        for (JsonTable year : years()) {
            horizon.ifPresent(plan -> time.within(year, "year", plan));
            if (!set.add(year.integer("year"))) {
                faults.add(FaultKind.DUPLICATE_YEAR, year, "year", List.of(), Integer.toString(year.integer("year")));
            }
        }
    }

    private void cumulative(Optional<Period> horizon) {
        boolean compound =
                target.has("accumulate") && target.constant("accumulate", Accumulation.class) == Accumulation.COMPOUND;
        String measure = compound ? "ratio" : "flow";
        if (!row.text("measure").equals(measure)) {
            faults.add(FaultKind.CUMULATIVE_OF_A_STATE, row, "measure", List.of(measure));
        }
        Optional<Period> baseline = row.has("baseline") ? row.child("baseline").findPeriod("period") : Optional.empty();
        baseline.filter(period -> !period.isWholeYear())
                .ifPresent(period -> faults.add(
                        FaultKind.CUMULATIVE_OF_A_STATE,
                        row.child("baseline"),
                        "period",
                        List.of(Integer.toString(period.year()))));
        Optional<Period> span = target.findPeriod("period");
        if (span.isPresent() && horizon.isPresent() && !isOfYears(span.get(), horizon.get())) {
            faults.add(
                    FaultKind.SPAN_OF_YEARS,
                    target,
                    "period",
                    List.of(horizon.get().text()));
        } else if (span.isPresent() && target.has("value")) {
            profile(span.get());
        }
    }

    private static boolean isOfYears(Period span, Period plan) {
        return span.endsYear()
                && span.start().getDayOfYear() == 1
                && !span.start().isBefore(plan.start())
                && !span.end().isAfter(plan.end());
    }

    private void profile(Period span) {
        BigDecimal total = target.decimal("value");
        int year = span.start().getYear() - 1;
        BigDecimal value = BigDecimal.ZERO;
        List<JsonTable> points = target.rows("profile");
        for (JsonTable point : points) {
            BigDecimal next = point.decimal("value");
            boolean turnsBack = next.subtract(value).signum() * total.signum() < 0
                    || next.abs().compareTo(total.abs()) > 0;
            if (point.integer("year") <= year || point.integer("year") > span.year()) {
                faults.add(FaultKind.BROKEN_PROFILE, point, "year", List.of((year + 1) + ".." + span.year()));
            } else if (turnsBack) {
                String accepted = value.toPlainString() + ".." + total.toPlainString();
                faults.add(FaultKind.BROKEN_PROFILE, point, "value", List.of(accepted));
            }
            year = point.integer("year");
            value = next;
        }
        boolean ends = year == span.year() && value.compareTo(total) == 0;
        if (!points.isEmpty() && !ends) {
            String accepted = span.year() + ": " + total.toPlainString();
            faults.add(FaultKind.BROKEN_PROFILE, target, "profile", List.of(accepted));
        }
    }
}
