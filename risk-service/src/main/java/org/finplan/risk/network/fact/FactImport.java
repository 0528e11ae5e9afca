package org.finplan.risk.network.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.finplan.platform.problem.ProblemError;
import org.finplan.risk.network.snapshot.NetworkError;

/** The rows of a table that was read, held against each other and against the firms that are known. */
final class FactImport {

    private static final int LONGEST = 500;
    private static final int MOST_PLACES = 100;

    private final FactKind kind;
    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final Map<String, FactTable.Row> rows = new HashMap<>();
    private final List<ProblemError> errors = new ArrayList<>();
    private final List<ProblemError> repeated = new ArrayList<>();
    private final Set<Integer> rejected = new HashSet<>();
    private int converted;

    FactImport(FactKind kind, List<FactTable.Row> table, Predicate<String> regions) {
        this.kind = kind;
        for (FactTable.Row row : table) {
            FactReader.Read read = FactReader.read(kind, row.fields(), regions);
            read.faults().forEach(fault -> refuse(row, fault));
            for (String text : List.of(FactTable.SOURCE, FactTable.REASON)) {
                String cell = row.cells().get(text);
                if (cell == null ? text.equals(FactTable.SOURCE) : cell.length() > LONGEST) {
                    refuse(row, new FieldFault(text, null, FactError.REQUIRED, List.of("1.." + LONGEST)));
                }
            }
            if (read.fact() != null) {
                add(row, read.fact());
            }
        }
    }

    private void add(FactTable.Row row, Fact fact) {
        String unit = row.cells().get("unit");
        converted += unit == null || MoneyUnit.find(unit).orElseThrow() == MoneyUnit.CNY ? 0 : 1;
        Fact before = facts.putIfAbsent(fact.key(), fact);
        if (before == null) {
            rows.put(fact.key(), row);
        } else if (before.equals(fact)) {
            repeated.add(new FieldFault(kind.needed().get(0), fact.key(), FactError.EXISTS, List.of())
                    .at(row.place(kind.needed().get(0))));
        } else {
            refuse(row, new FieldFault(kind.needed().get(0), fact.key(), FactError.CONTRADICTS, List.of()));
        }
    }

    private void refuse(FactTable.Row row, FieldFault fault) {
        rejected.add(row.number());
        if (errors.size() < MOST_PLACES) {
            errors.add(fault.at(row.place(fault.field())));
        }
    }

    /** Firms that the facts are about, unless the table itself is one of firms. */
    Set<String> needed() {
        Set<String> needed = new HashSet<>();
        if (kind != FactKind.FIRM) {
            facts.values().forEach(fact -> needed.addAll(fact.firms()));
        }
        return needed;
    }

    void requireKnown(Set<String> known) {
        facts.forEach((key, fact) -> fact.firms().stream()
                .filter(firm -> kind != FactKind.FIRM && !known.contains(firm))
                .forEach(firm -> {
                    FactTable.Row row = rows.get(key);
                    String column = row.cells().entrySet().stream()
                            .filter(cell -> cell.getValue().contains(firm))
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElseThrow();
                    refuse(row, new FieldFault(column, firm, NetworkError.UNKNOWN_FIRM, List.of()));
                }));
    }

    Map<String, Fact> facts() {
        return facts;
    }

    FactTable.Row row(String key) {
        return rows.get(key);
    }

    List<ProblemError> errors() {
        return errors;
    }

    List<ProblemError> repeated() {
        return repeated;
    }

    int rejected() {
        return rejected.size();
    }

    int converted() {
        return converted;
    }
}
