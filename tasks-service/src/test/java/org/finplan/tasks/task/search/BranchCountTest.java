package org.finplan.tasks.task.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.TestTransaction;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.finplan.platform.sql.EveryRegion;
import org.finplan.platform.testing.FinplanTest;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requirement T04: the counts of a branch that are kept are those that counting the leaves anew gives, whatever changed. */
@FinplanTest
class BranchCountTest {

    private static final String PLAN = "zq-fin-14fyp";
    private static final List<String> STATUSES = List.of("not_started", "in_progress", "done", "stopped");
    private static final int CHANGES = 40;

    private static final String KEPT = """
            SELECT branch, level, status, claimed_status, leaves FROM branch_count
            WHERE plan = :plan AND leaves <> 0 ORDER BY 1, 2, 3, 4""";

    private static final String COUNTED = """
            SELECT branch.id AS branch, leaf.level, leaf.status, leaf.claimed_status, count(*) AS leaves
            FROM task AS leaf CROSS JOIN LATERAL unnest(leaf.path) AS branch (id)
            WHERE leaf.plan = :plan AND leaf.level IN ('measure', 'work-point') AND leaf.retired_in IS NULL
                AND leaf.withdrawn_at IS NULL
            GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4""";

    @Inject
    Jdbi jdbi;

    @Inject
    EveryRegion everyRegion;

    @Test
    @Tag("T04")
    @TestTransaction
    void whatIsKeptIsWhatIsCounted() {
        everyRegion.run(() -> {
            assertThat(rows(KEPT)).isNotEmpty().isEqualTo(rows(COUNTED));
            Random random = new Random(1);
            for (int change = 0; change < CHANGES; change++) {
                change(random, change);
                assertThat(rows(KEPT)).isEqualTo(rows(COUNTED));
            }
        });
    }

    /** Some leaves at once: their statuses, their place in the plan, or nothing that is counted. */
    private void change(Random random, int change) {
        String set =
                switch (change % 4) {
                    case 0 -> "status = '" + one(random) + "', claimed_status = '" + one(random) + "'";
                    case 1 -> "retired_in = 2";
                    case 2 -> "retired_in = NULL, status = '" + one(random) + "'";
                    default -> "version = version + 1";
                };
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE task SET " + set
                        + " WHERE plan = :plan AND level = 'measure' AND ordinal % :divisor = :remainder")
                .bind("plan", PLAN)
                .bind("divisor", 7)
                .bind("remainder", random.nextInt(7))
                .execute());
    }

    private static String one(Random random) {
        return STATUSES.get(random.nextInt(STATUSES.size()));
    }

    private List<Map<String, Object>> rows(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).bind("plan", PLAN).mapToMap().list());
    }
}
