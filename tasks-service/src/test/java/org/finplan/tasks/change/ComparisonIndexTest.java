package org.finplan.tasks.change;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import org.finplan.platform.testing.FinplanTest;
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
                "SELECT DISTINCT task, kind, key FROM task_change WHERE plan = 'a' AND changed_at > now() | ix_task_change_time",
                "SELECT min(changed_at) FROM task_change WHERE plan = 'a' | ix_task_change_time",
                "SELECT after FROM task_change WHERE plan = 'a' AND kind = 'task' AND key = 'b' AND changed_at <= now()"
                        + " ORDER BY changed_at DESC, number DESC LIMIT 1 | ix_task_change_thing"
            })
    void whatIsAskedForHasAnIndex(String sql, String index) {
        List<String> lines = jdbi.inTransaction(handle -> {
            handle.execute("SET LOCAL enable_seqscan = off");
            handle.execute("SET LOCAL enable_bitmapscan = off");
            return handle.createQuery("EXPLAIN " + sql).mapTo(String.class).list();
        });
        assertThat(lines).anySatisfy(line -> assertThat(line).contains(index));
    }
}
