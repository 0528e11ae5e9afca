package org.finplan.tasks.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.tasks.SamplePlan;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;

/** As many tasks as one request changes (演示样本) cost as many statements as one task, and one more is refused. */
@FinplanTest
class ManyEditsTest {

    private static final SamplePlan PLAN = new SamplePlan("sample-edit-many");

    @Inject
    Jdbi jdbi;

    @Test
    void aThousandTasksCostAsManyStatementsAsOne() {
        PLAN.publish(IntStream.rangeClosed(1, EditRequest.MOST)
                .mapToObj(number -> SamplePlan.measure("t1.m%04d".formatted(number), "演示样本|Sample", "演示样本|Sample", ""))
                .toArray(String[]::new));
        int one = statements(List.of(edit(1, 1)));
        int all = statements(IntStream.rangeClosed(1, EditRequest.MOST)
                .mapToObj(number -> edit(number, number == 1 ? 2 : 1))
                .toList());
        assertThat(all).isEqualTo(one).isPositive();
        PLAN.officer()
                .get("/api/v1/tasks?limit=500&plan=" + PLAN.code())
                .then()
                .body("items.findAll { it.dueDate == null }", hasSize(1));
        // With the area there are 1,001.
        PLAN.officer()
                .body(Map.of("change", Map.of("dueDate", "2027-12-31")))
                .post("/api/v1/tasks:edit?plan=" + PLAN.code())
                .then()
                .spec(Problems.at(422, "too-many-tasks", "/change"));
        PLAN.officer()
                .body(Map.of("change", Map.of("dueDate", "2027-12-31")))
                .post("/api/v1/tasks:edit?level=measure&plan=" + PLAN.code())
                .then()
                .statusCode(200)
                .body("counts.revised", equalTo(EditRequest.MOST));
    }

    private static Map<String, Object> edit(int number, int version) {
        return Map.of(
                "task",
                "t1.m%04d".formatted(number),
                "version",
                version,
                "dueDate",
                version == 1 ? "2026-11-30" : "2026-12-31",
                "units",
                Map.of("lead", "sample-unit-" + version));
    }

    /** Applies edits and counts the statements about tasks. */
    private int statements(List<Map<String, Object>> edits) {
        Map<String, Object> body = new HashMap<>(Map.of("edits", edits));
        String path = "/api/v1/tasks:edit?plan=" + PLAN.code();
        body.put(
                "basis",
                PLAN.officer()
                        .body(body)
                        .post(path)
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("basis"));
        AtomicInteger count = new AtomicInteger();
        jdbi.setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                if (context.getRenderedSql().matches("(?s).*\\b(task|task_seen|task_flag)\\b.*")) {
                    count.incrementAndGet();
                }
            }
        });
        try {
            PLAN.officer()
                    .body(body)
                    .post(path + "&dryRun=false")
                    .then()
                    .statusCode(200)
                    .body("counts.revised", equalTo(edits.size()));
        } finally {
            jdbi.setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
        }
        return count.get();
    }
}
