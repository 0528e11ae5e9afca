package org.finplan.risk.assessment;

import java.util.List;
import org.finplan.platform.web.paging.Cursor;

/** The order of the list of assessments: by what was judged, then by period. */
final class AssessmentOrder {

    static final List<String> COLUMNS = List.of("rule", "subject", "period");

    private AssessmentOrder() {}

    /** {@return the keys of an assessment, as a cursor keeps them} */
    static String[] keys(AssessmentView row) {
        return new String[] {row.rule(), row.subject().key(), row.period()};
    }

    /** {@return the values of {@link #COLUMNS} that the keys of a cursor stand for} */
    static List<String> values(List<String> keys) {
        if (keys.size() != COLUMNS.size()) {
            throw Cursor.invalid(String.join(" ", keys));
        }
        return keys;
    }
}
