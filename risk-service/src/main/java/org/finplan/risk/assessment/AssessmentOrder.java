package org.finplan.risk.assessment;

import jakarta.annotation.Nullable;
import java.util.Comparator;
import java.util.List;
import org.finplan.platform.web.paging.Cursor;

/** The order of the list of assessments: by what was judged, then by period. */
final class AssessmentOrder {

    static final List<String> COLUMNS = List.of("rule", "subject", "period");

    private static final Comparator<List<String>> ORDER = (one, other) -> {
        for (int i = 0; i < COLUMNS.size(); i++) {
            int compared = one.get(i).compareTo(other.get(i));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    };

    private AssessmentOrder() {}

    /** {@return the first of some assessments after a position, or of all when it is null, in order} */
    static List<AssessmentView> after(List<AssessmentView> all, @Nullable List<String> position, int most) {
        return all.stream()
                .sorted(Comparator.comparing(row -> List.of(keys(row)), ORDER))
                .filter(row -> position == null || ORDER.compare(List.of(keys(row)), position) > 0)
                .limit(most)
                .toList();
    }

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
