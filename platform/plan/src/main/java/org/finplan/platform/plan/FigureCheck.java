package org.finplan.platform.plan;

import java.util.List;

/** Checks the figures of a package and what is said about series: measures and formulas. */
final class FigureCheck {

    private final PackageTables tables;
    private final Codes clauses;
    private final Codes regions;
    private final Codes units;
    private final Codes series;
    private final FaultList faults;
    private final TimeCheck time;

    FigureCheck(PackageTables tables, Codes clauses, Codes regions, Codes units, Codes series, FaultList faults) {
        this.tables = tables;
        this.clauses = clauses;
        this.regions = regions;
        this.units = units;
        this.series = series;
        this.faults = faults;
        this.time = new TimeCheck(faults);
    }

    void check() {
        tables.series().forEach(row -> units.known(row, "unit"));
        List<JsonTable> facts = tables.rows(PlanFiles.FACTS, "facts");
        Codes.of(facts, "id", faults);
        for (JsonTable row : facts) {
            figure(row);
            clauses.known(row, "clause");
            clauses.allKnown(row, "also_in");
        }
        tables.published().forEach(this::figure);
        measures();
        tables.derived().forEach(this::formula);
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
