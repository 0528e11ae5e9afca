package org.finplan.platform.plan.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.finplan.platform.plan.definition.StatisticalDefinition;
import org.finplan.platform.plan.fault.FaultKind;
import org.finplan.platform.plan.fault.FaultList;
import org.finplan.platform.plan.table.JsonTable;
import org.finplan.platform.plan.table.PackageTables;
import org.finplan.platform.plan.table.PlanFiles;

/** Checks what a package says of the definitions of its series and of the breaks between them. */
final class DefinitionCheck {

    private static final Set<String> RESERVED = Set.of(StatisticalDefinition.MIXED, StatisticalDefinition.UNCONFIRMED);

    private final PackageTables tables;
    private final References known;
    private final FaultList faults;
    private final TimeCheck time;
    private final Codes definitions;

    DefinitionCheck(PackageTables tables, References known, FaultList faults) {
        this.tables = tables;
        this.known = known;
        this.faults = faults;
        this.time = new TimeCheck(faults);
        this.definitions = Codes.of(tables.rows(PlanFiles.DEFINITIONS, "definitions"), "code", faults);
    }

    void check() {
        Map<List<String>, String> starts = new HashMap<>();
        definitions.rows().values().forEach(row -> definition(row, starts));
        Set<List<String>> between = new HashSet<>();
        tables.rows(PlanFiles.DEFINITIONS, "breaks").forEach(row -> breakOf(row, between));
        tables.rows(PlanFiles.DEFINITIONS, "figures").forEach(this::figure);
        tables.rows(PlanFiles.DEFINITIONS, "targets").forEach(row -> {
            known.indicators().known(row, "series");
            ofItsSeries(row, Set.of());
        });
    }

    private void definition(JsonTable row, Map<List<String>, String> starts) {
        String code = row.text("code");
        known.series().known(row, "series");
        if (RESERVED.contains(code)) {
            faults.add(FaultKind.DUPLICATE_CODE, row, "code", List.of(), code, "finplan");
        }
        time.day(row, "since");
        String since = row.has("since") ? row.text("since") : "";
        String other = starts.putIfAbsent(List.of(row.text("series"), since), code);
        if (other != null) {
            faults.add(FaultKind.DEFINITIONS_OVERLAP, row, "since", List.of(), other);
        }
    }

    private void breakOf(JsonTable row, Set<List<String>> between) {
        definitions.known(row, "from");
        definitions.known(row, "to");
        JsonTable from = definitions.rows().get(row.text("from"));
        JsonTable to = definitions.rows().get(row.text("to"));
        // What is malformed is told at its place.
        boolean dated = from != null && to != null && isDated(from) && isDated(to);
        if (dated) {
            List<String> next = next(from);
            if (!next.contains(row.text("to"))) {
                faults.add(FaultKind.NO_NEIGHBOURS, row, "to", next, row.text("from"));
            } else if (!between.add(List.of(row.text("from"), row.text("to")))) {
                faults.add(FaultKind.DUPLICATE_CODE, row, "to", List.of(), row.text("to"), row.text("from"));
            }
        }
        link(row);
    }

    /** The definition of the same series that comes after, if there is one. */
    private List<String> next(JsonTable from) {
        return definitions.rows().values().stream()
                .filter(row -> row.text("series").equals(from.text("series")))
                .filter(row -> start(row).isAfter(start(from)))
                .min(Comparator.comparing(DefinitionCheck::start))
                .map(row -> row.text("code"))
                .stream()
                .toList();
    }

    private static boolean isDated(JsonTable row) {
        return !row.has("since") || row.findDay("since").isPresent();
    }

    private static LocalDate start(JsonTable row) {
        return row.findDay("since").orElse(LocalDate.MIN);
    }

    private void link(JsonTable row) {
        boolean linked = row.text("comparable").equals("linked");
        boolean overlap = row.has("overlap");
        if (linked != (row.has("factor") || overlap)) {
            faults.add(FaultKind.FACTOR_AND_LINKED, row, row.has("factor") ? "factor" : "comparable", List.of());
        }
        positive(row, "factor");
        if (overlap) {
            JsonTable counted = row.child("overlap");
            time.period(counted, "period");
            positive(counted, "from");
            positive(counted, "to");
        }
    }

    private void positive(JsonTable row, String field) {
        BigDecimal number = row.decimalOrNull(field);
        if (number != null && number.signum() <= 0) {
            faults.add(FaultKind.OUT_OF_RANGE, row, field, List.of("> 0"), number.toPlainString());
        }
    }

    private void figure(JsonTable row) {
        known.series().known(row, "series");
        known.regions().known(row, "region");
        time.period(row, "period");
        ofItsSeries(row, RESERVED);
    }

    private void ofItsSeries(JsonTable row, Set<String> beside) {
        String code = row.text("definition");
        Map<String, String> series = definitions.rows().values().stream()
                .collect(Collectors.toMap(one -> one.text("code"), one -> one.text("series")));
        if (!beside.contains(code) && !row.text("series").equals(series.get(code))) {
            List<String> accepted = Stream.of(
                            series.keySet().stream()
                                    .filter(one -> series.get(one).equals(row.text("series")))
                                    .sorted(),
                            beside.stream().sorted())
                    .flatMap(Function.identity())
                    .toList();
            faults.add(FaultKind.UNKNOWN_REFERENCE, row, "definition", accepted, code);
        }
    }
}
