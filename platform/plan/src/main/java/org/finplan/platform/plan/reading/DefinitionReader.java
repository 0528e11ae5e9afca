package org.finplan.platform.plan.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.finplan.platform.plan.definition.Continuity;
import org.finplan.platform.plan.definition.DefinitionBreak;
import org.finplan.platform.plan.definition.PlanDefinitions;
import org.finplan.platform.plan.definition.StatisticalDefinition;
import org.finplan.platform.plan.table.JsonTable;
import org.finplan.platform.plan.table.PackageTables;
import org.finplan.platform.plan.table.PlanFiles;

/** Reads what a package says of the definitions of its series. */
final class DefinitionReader {

    private DefinitionReader() {}

    static PlanDefinitions read(PackageTables tables) {
        List<StatisticalDefinition> definitions = tables.rows(PlanFiles.DEFINITIONS, "definitions").stream()
                .map(DefinitionReader::definition)
                .toList();
        // The later definition of a break comes after another one, so it has a first day.
        Map<String, LocalDate> starts = definitions.stream()
                .filter(row -> row.since() != null)
                .collect(Collectors.toMap(StatisticalDefinition::code, StatisticalDefinition::since));
        return new PlanDefinitions(
                definitions,
                tables.rows(PlanFiles.DEFINITIONS, "breaks").stream()
                        .map(row -> breakOf(row, starts.get(row.text("to"))))
                        .toList(),
                tables.rows(PlanFiles.DEFINITIONS, "figures").stream()
                        .map(row -> new PlanDefinitions.OfFigure(
                                row.text("series"),
                                row.textOrNull("region"),
                                row.period("period"),
                                row.text("definition")))
                        .toList(),
                tables.rows(PlanFiles.DEFINITIONS, "targets").stream()
                        .map(row -> new PlanDefinitions.OfTarget(row.text("series"), row.text("definition")))
                        .toList());
    }

    private static StatisticalDefinition definition(JsonTable row) {
        return new StatisticalDefinition(
                row.text("code"),
                row.text("series"),
                row.localized("counts"),
                row.localized("standard"),
                row.has("since") ? row.day("since") : null,
                row.text("source"));
    }

    private static DefinitionBreak breakOf(JsonTable row, LocalDate at) {
        DefinitionBreak.Overlap overlap = null;
        if (row.has("overlap")) {
            JsonTable counted = row.child("overlap");
            overlap = new DefinitionBreak.Overlap(
                    counted.period("period"), counted.decimal("from"), counted.decimal("to"));
        }
        return new DefinitionBreak(
                at,
                row.text("from"),
                row.text("to"),
                row.localized("note"),
                row.constant("comparable", Continuity.class),
                row.decimalOrNull("factor"),
                overlap,
                row.text("source"));
    }
}
