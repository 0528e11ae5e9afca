package org.finplan.platform.plan.check;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.TargetComparator;
import org.finplan.platform.plan.fault.FaultKind;
import org.finplan.platform.plan.fault.FaultList;
import org.finplan.platform.plan.table.JsonTable;
import org.finplan.platform.plan.table.PackageTables;
import org.finplan.platform.plan.table.PlanFiles;

/** Checks the figures of a package and what is said about series: measures and formulas. */
final class FigureCheck {

    private final PackageTables tables;
    private final References known;
    private final FaultList faults;
    private final TimeCheck time;

    FigureCheck(PackageTables tables, References known, FaultList faults) {
        this.tables = tables;
        this.known = known;
        this.faults = faults;
        this.time = new TimeCheck(faults);
    }

    void check() {
        tables.series().forEach(row -> known.units().known(row, "unit"));
        List<JsonTable> facts = tables.rows(PlanFiles.FACTS, "facts");
        Codes.of(facts, "id", faults);
        Map<List<String>, String> targets = new HashMap<>();
        for (JsonTable row : facts) {
            figure(row);
            value(row);
            if (row.text("kind").equals("target") && !row.flag("derived")) {
                target(row, targets);
            }
            known.clauses().known(row, "clause");
            known.clauses().allKnown(row, "also_in");
        }
        tables.published().forEach(this::figure);
        measures();
        tables.derived().forEach(this::formula);
    }

    /** Only a target may say a benchmark instead of a number. */
    private void value(JsonTable row) {
        boolean benchmark = row.text("kind").equals("target")
                && TargetComparator.find(row.text("comparator"))
                        .filter(TargetComparator::isBenchmark)
                        .isPresent();
        if (!row.has("value") && !benchmark) {
            faults.add(FaultKind.MISSING_FIELD, row, "value", List.of("number"));
        }
    }

    private void target(JsonTable row, Map<List<String>, String> targets) {
        String comparator = row.text("comparator");
        if (TargetComparator.find(comparator).isEmpty()) {
            List<String> accepted = Arrays.stream(TargetComparator.values())
                    .filter(one -> one != TargetComparator.BETWEEN && one != TargetComparator.ASSESSED)
                    .map(TargetComparator::code)
                    .toList();
            faults.add(FaultKind.COMPARATOR_OF_NO_TARGET, row, "comparator", accepted, comparator);
        }
        Optional<Period> horizon =
                tables.file(PlanFiles.INDICATORS).child("plan").findPeriod("horizon");
        Optional<Period> period = row.findPeriod("period");
        if (horizon.isPresent() && period.isPresent()) {
            time.within(row, "period", period.get().end(), horizon.get());
        }
        String year = period.map(ofTarget -> Integer.toString(ofTarget.year())).orElse("");
        // What is no indicator has one target a year; of an indicator each clause may word its own.
        String clause = known.indicators().rows().containsKey(row.text("series")) ? row.text("clause") : "";
        String place = targets.putIfAbsent(List.of(row.text("series"), row.text("region"), year, clause), row.place());
        if (place != null) {
            faults.add(FaultKind.DUPLICATE_TARGET, row, "period", List.of(), place);
        }
    }

    private void figure(JsonTable row) {
        known.series().known(row, "series");
        known.regions().known(row, "region");
        known.units().known(row, "unit");
        time.period(row, "period");
    }

    private void measures() {
        for (JsonTable row : Codes.of(tables.rows(PlanFiles.MEASURES, "series"), "code", faults)
                .rows()
                .values()) {
            known.series().known(row, "code");
            JsonTable indicator = known.indicators().rows().get(row.text("code"));
            if (indicator != null && !indicator.text("measure").equals(row.text("measure"))) {
                String own = indicator.text("measure");
                faults.add(FaultKind.TWO_MEASURES, row, "measure", List.of(own), own);
            }
        }
    }

    private void formula(JsonTable row) {
        known.units().known(row, "unit");
        known.clauses().allKnown(row, "clauses");
        known.regions().allKnown(row, "regions");
        time.period(row, "period");
        Codes.of(row.rows("inputs"), "alias", faults);
        for (JsonTable input : row.rows("inputs")) {
            known.series().known(input, "series");
            known.regions().known(input, "region");
            time.period(input, "period");
        }
    }
}
