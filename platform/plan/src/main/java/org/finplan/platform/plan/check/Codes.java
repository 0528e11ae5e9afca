package org.finplan.platform.plan.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.finplan.platform.plan.fault.EditDistance;
import org.finplan.platform.plan.fault.FaultKind;
import org.finplan.platform.plan.fault.FaultList;
import org.finplan.platform.plan.table.JsonTable;

/** The codes of one kind of thing in a package, to hold references against. */
final class Codes {

    /** Among more than these no nearest one is looked for. */
    private static final int NEAREST_OF = 5_000;

    private final FaultList faults;
    private final Map<String, JsonTable> rows = new LinkedHashMap<>();

    private Codes(FaultList faults) {
        this.faults = faults;
    }

    /**
     * Takes the codes of rows; one that stands twice is a fault of the second row.
     *
     * @param field field of the code
     */
    static Codes of(List<JsonTable> rows, String field, FaultList faults) {
        Codes codes = new Codes(faults);
        for (JsonTable row : rows) {
            String code = row.text(field);
            JsonTable first = codes.rows.putIfAbsent(code, row);
            if (first != null) {
                faults.add(FaultKind.DUPLICATE_CODE, row, field, List.of(), code, first.file() + " " + first.place());
            }
        }
        return codes;
    }

    /** Codes that are of this kind as well and may stand here and there. */
    Codes and(Codes other) {
        Codes both = new Codes(faults);
        both.rows.putAll(rows);
        other.rows.forEach(both.rows::putIfAbsent);
        return both;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    Map<String, JsonTable> rows() {
        return rows;
    }

    /** Holds a field against the codes; nothing when the field is missing. */
    void known(JsonTable row, String field) {
        if (row.has(field)) {
            known(row, row.placeOf(field), row.text(field));
        }
    }

    /** Holds every code of a list against the codes. */
    void allKnown(JsonTable row, String field) {
        List<String> codes = row.texts(field);
        for (int i = 0; i < codes.size(); i++) {
            known(row, row.placeOf(field) + "/" + i, codes.get(i));
        }
    }

    private void known(JsonTable row, String place, String code) {
        if (!rows.containsKey(code)) {
            Stream<String> near = rows.size() > NEAREST_OF ? Stream.empty() : rows.keySet().stream();
            faults.add(FaultKind.UNKNOWN_REFERENCE, row.file(), place, EditDistance.nearest(code, near), code);
        }
    }
}
