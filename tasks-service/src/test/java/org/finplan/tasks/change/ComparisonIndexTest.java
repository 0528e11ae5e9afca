package org.finplan.tasks.change;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.QueryPlan;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A comparison reads what was written since, and of each thing two entries. */
@FinplanTest
class ComparisonIndexTest {

    @Inject
    Jdbi jdbi;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Of a small table two indexes will do, of a large one the one by time.
                "SELECT DISTINCT task, kind, key FROM task_change WHERE plan = 'a' AND changed_at > now()"
                        + " | Index Cond: ((plan = 'a'::text) AND (changed_at > now()))",
                "SELECT min(changed_at) FROM task_change WHERE plan = 'a' | ix_task_change_time",
                "SELECT after FROM task_change WHERE plan = 'a' AND kind = 'task' AND key = 'b' AND changed_at <= now()"
                        + " ORDER BY changed_at DESC, number DESC LIMIT 1 | ix_task_change_thing"
            })
    void whatIsAskedForHasAnIndex(String sql, String index) {
        List<String> lines = QueryPlan.of(jdbi, sql, QueryPlan.Way.BITMAPS);
        assertThat(lines).anySatisfy(line -> assertThat(line).contains(index));
    }
}
