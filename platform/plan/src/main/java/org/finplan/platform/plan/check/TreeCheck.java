package org.finplan.platform.plan.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.finplan.platform.plan.fault.FaultKind;
import org.finplan.platform.plan.fault.FaultList;
import org.finplan.platform.plan.table.JsonTable;

/** Checks that what lies in one another is a tree: no loop, no endless depth. */
final class TreeCheck {

    private static final int DEEPEST = 32;

    private final FaultList faults;
    private final String field;
    private final Map<String, JsonTable> rows;
    /** How deep each row that was visited lies; those of a loop are as deep as nothing. */
    private final Map<String, Integer> depths = new HashMap<>();

    private TreeCheck(Map<String, JsonTable> rows, String field, FaultList faults) {
        this.rows = rows;
        this.field = field;
        this.faults = faults;
    }

    /**
     * Checks rows.
     *
     * @param codes the rows by their codes
     * @param field field that names the code of another row, such as {@code parent}
     */
    static void check(Codes codes, String field, FaultList faults) {
        TreeCheck check = new TreeCheck(codes.rows(), field, faults);
        codes.rows().keySet().forEach(check::depth);
    }

    /** Follows the rows upwards until one whose depth is known, and back again; a loop is told once, at its first row. */
    private void depth(String start) {
        List<String> way = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String code = start;
        while (code != null && rows.containsKey(code) && !depths.containsKey(code)) {
            if (!seen.add(code)) {
                List<String> loop = new ArrayList<>(way.subList(way.indexOf(code), way.size()));
                loop.add(code);
                faults.add(
                        FaultKind.CYCLE, rows.get(code), field, List.of(), FaultList.quoted(String.join(" → ", loop)));
                break;
            }
            way.add(code);
            code = rows.get(code).textOrNull(field);
        }
        boolean loop = seen.contains(code);
        int depth = loop ? 0 : depths.getOrDefault(String.valueOf(code), 0);
        for (int i = way.size() - 1; i >= 0; i--) {
            depth++;
            if (!loop && depth == DEEPEST + 1) {
                faults.add(FaultKind.TOO_DEEP, rows.get(way.get(i)), field, List.of("≤ " + DEEPEST));
            }
            depths.put(way.get(i), depth);
        }
    }
}
