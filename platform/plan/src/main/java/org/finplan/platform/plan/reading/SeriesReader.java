package org.finplan.platform.plan.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.finplan.platform.period.PeriodType;
import org.finplan.platform.plan.DerivedDefinition;
import org.finplan.platform.plan.Fact;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.Measure;
import org.finplan.platform.plan.SeriesDefinition;
import org.finplan.platform.plan.table.JsonTable;
import org.finplan.platform.plan.table.PackageTables;
import org.finplan.platform.plan.table.PlanFiles;

/** Reads the series of a package: what they are called, counted in, and what they measure. */
final class SeriesReader {

    private final PackageTables tables;
    private final Map<String, Measure> measures = new HashMap<>();

    SeriesReader(PackageTables tables) {
        this.tables = tables;
        tables.rows(PlanFiles.MEASURES, "series")
                .forEach(row -> measures.put(row.text("code"), row.constant("measure", Measure.class)));
    }

    /** The series of the facts, of the supplement, and those that only an indicator or a formula speaks of. */
    List<SeriesDefinition> read(
            List<IndicatorDefinition> indicatorRows, List<Fact> factRows, List<DerivedDefinition> derived) {
        Map<String, Boolean> pointInTime = new LinkedHashMap<>();
        Set<String> stocks = stocks(factRows);
        factRows.forEach(fact -> {
            boolean yearly = fact.period().type() == PeriodType.YEAR && isLevel(fact);
            if (yearly || stocks.contains(fact.series())) {
                pointInTime.put(fact.series(), stocks.contains(fact.series()));
            }
        });
        indicatorRows.forEach(indicator -> pointInTime.put(indicator.code(), indicator.pointInTime()));
        Map<String, SeriesDefinition> series = new LinkedHashMap<>();
        indicatorRows.forEach(row -> series.put(
                row.code(),
                new SeriesDefinition(
                        row.code(),
                        row.sdmx(),
                        row.name(),
                        row.unit(),
                        pointInTime.get(row.code()),
                        measures.get(row.code()))));
        List<SeriesDefinition> others = new ArrayList<>();
        tables.series().forEach(row -> others.add(series(row, pointInTime)));
        derived.forEach(row -> others.add(new SeriesDefinition(
                row.code(), row.sdmx(), row.name(), row.unit(), row.pointInTime(), measures.get(row.code()))));
        others.forEach(other -> series.putIfAbsent(other.code(), other));
        return List.copyOf(series.values());
    }

    private static Set<String> stocks(List<Fact> facts) {
        Set<String> stocks = new HashSet<>();
        facts.stream()
                .filter(fact -> fact.period().type() == PeriodType.DAY && isLevel(fact))
                .forEach(fact -> stocks.add(fact.series()));
        return stocks;
    }

    private static boolean isLevel(Fact fact) {
        return fact.kind().equals("level") || fact.kind().equals("share");
    }

    private SeriesDefinition series(JsonTable row, Map<String, Boolean> pointInTime) {
        String code = row.text("code");
        return new SeriesDefinition(
                code,
                row.text("sdmx"),
                row.localized("name"),
                row.text("unit"),
                pointInTime.get(code),
                measures.get(code));
    }
}
