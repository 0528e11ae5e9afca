package org.finplan.platform.plan.check;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.finplan.platform.plan.TargetComparator;
import org.finplan.platform.plan.fault.FaultKind;
import org.finplan.platform.plan.fault.FaultList;
import org.finplan.platform.plan.table.JsonTable;
import org.finplan.platform.plan.table.PackageTables;
import org.finplan.platform.plan.table.PlanFiles;

/** Checks the figures of a package and what is said about series: measures and formulas. */
final class FigureCheck {

    private final PackageTables tables;
    private final Codes clauses;
    private final Codes regions;
    private final Codes units;
    private final Codes series;
    private final FaultList faults;
    private final TimeCheck time;
    private final Set<String> indicators;

    FigureCheck(PackageTables tables, Codes clauses, Codes regions, Codes units, Codes series, FaultList faults) {
        this.tables = tables;
        this.clauses = clauses;
        this.regions = regions;
        this.units = units;
        this.series = series;
        this.faults = faults;
        this.time = new TimeCheck(faults);
        this.indicators =
                tables.indicators().stream().map(row -> row.text("code")).collect(Collectors.toSet());
    }

    void check() {
        tables.series().forEach(row -> units.known(row, "unit"));
        List<JsonTable> facts = tables.rows(PlanFiles.FACTS, "facts");
        Codes.of(facts, "id", faults);
        Map<List<String>, String> targets = new HashMap<>();
        for (JsonTable row : facts) {
            figure(row);
            value(row);
            if (row.text("kind").equals("target") && !row.flag("derived")) {
                target(row, targets);
            }
            clauses.known(row, "clause");
            clauses.allKnown(row, "also_in");
        }
        tables.published().forEach(this::figure);
        measures();
        tables.derived().forEach(this::formula);
    }

    /** Only a target may say a benchmark instead of a number. */
    private void value(JsonTable row) {
        boolean benchmark = row.text("comparator").endsWith("_benchmark")
                && row.text("kind").equals("target");
        if (!row.has("value") && !benchmark) {
            faults.add(FaultKind.MISSING_FIELD, row, "value", List.of("number"));
        }
    }

    private void target(JsonTable row, Map<List<String>, String> targets) {
        String comparator = row.text("comparator");
        if (TargetComparator.find(comparator).isEmpty()) {
            List<String> accepted = Arrays.stream(TargetComparator.values())
                    .filter(known -> known != TargetComparator.BETWEEN)
                    .map(TargetComparator::code)
                    .toList();
            faults.add(FaultKind.COMPARATOR_OF_NO_TARGET, row, "comparator", accepted, comparator);
        }
        String year = row.findPeriod("period")
                .map(period -> Integer.toString(period.year()))
                .orElse("");
        // What is no indicator has one target a year; of an indicator each clause may word its own.
        String clause = indicators.contains(row.text("series")) ? row.text("clause") : "";
        String place = targets.putIfAbsent(List.of(row.text("series"), row.text("region"), year, clause), row.place());
        if (place != null) {
            faults.add(FaultKind.DUPLICATE_TARGET, row, "period", List.of(), place);
        }
    }

    private void figure(JsonTable row) {
        series.known(row, "series");
        regions.known(row, "region");
        units.known(row, "unit");
        time.period(row, "period");
    }

    private void measures() {
        Codes indicators = Codes.of(tables.indicators(), "code", new FaultList());
        for (JsonTable row : Codes.of(tables.rows(PlanFiles.MEASURES, "series"), "code", faults)
                .rows()
                .values()) {
            series.known(row, "code");
            JsonTable indicator = indicators.rows().get(row.text("code"));
            if (indicator != null && !indicator.text("measure").equals(row.text("measure"))) {
                String own = indicator.text("measure");
                faults.add(FaultKind.TWO_MEASURES, row, "measure", List.of(own), own);
            }
        }
    }

    private void formula(JsonTable row) {
        units.known(row, "unit");
        clauses.allKnown(row, "clauses");
        regions.allKnown(row, "regions");
        time.period(row, "period");
        Codes.of(row.rows("inputs"), "alias", faults);
        for (JsonTable input : row.rows("inputs")) {
            series.known(input, "series");
            regions.known(input, "region");
            time.period(input, "period");
        }
    }
}
