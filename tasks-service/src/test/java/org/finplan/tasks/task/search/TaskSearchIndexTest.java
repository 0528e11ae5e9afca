package org.finplan.tasks.task.search;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.finplan.platform.sql.Sql;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.QueryPlan;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Requirement T26: at 100,000 tasks an index serves whatever a reader looks for. The tasks are made up (演示样本) and gone afterwards.
 */
@FinplanTest
class TaskSearchIndexTest {

    private static final String PLAN = "sample-index";

    private static final String TASKS = """
            INSERT INTO task (plan, id, path, ordinal, branch, level, clause, title_zh, title_en, summary_zh, summary_en, verbs,
                regions, partner_regions, organisations, systems, indicators, search_text, search_grams)
            SELECT :plan, 's' || n, ARRAY['a' || n % 500], n, 'task', 'measure', 'ch4', chr(20000 + n % 9000), 'word' || n % 9000,
                'x', 'x', '{}', ARRAY['r' || n % 900], '{}', '{}', '{}', ARRAY['i' || n % 900],
                chr(20000 + n % 9000) || chr(20001 + n % 9000) || E'\\nsample ' || n % 9000,
                ARRAY[chr(20000 + n % 9000), chr(20001 + n % 9000), chr(20000 + n % 9000) || chr(20001 + n % 9000),
                    'sa', 'am', 'mp', 'pl', 'le', 'n' || n % 9000]
            FROM generate_series(1, 100000) AS n""";

    @Inject
    Jdbi jdbi;

    @ConfigProperty(name = "finplan.database.url")
    String url;

    @ConfigProperty(name = "finplan.database.owner.username")
    String owner;

    @ConfigProperty(name = "finplan.database.owner.password")
    String password;

    /**
     * The view is read as its owner whoever asks, so the plan is that of the service. The owner asks, because only an owner may
     * count what is in a table that is gone afterwards.
     */
    @Test
    @Tag("T26")
    void anIndexServesWhatIsLookedFor() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, owner, password)) {
            connection.setAutoCommit(false);
            Handle handle = Sql.over(connection);
            fill(handle);
            assertServed(handle, filter("丰", "", ""), "ix_task_search");
            assertServed(handle, filter("丰丱", "", ""), "ix_task_search");
            assertServed(handle, filter("丰丱 丱", "", ""), "ix_task_search");
            assertServed(handle, filter("banks", "", ""), "ix_task_search", "ix_task_english");
            assertServed(handle, filter("", "r7", ""), "ix_task_regions");
            assertServed(handle, filter("", "", "i7"), "ix_task_indicators");
            connection.rollback();
        }
    }

    /** Why there is a view: the policy of the table keeps this operator from any index, however dear it is not to use one. */
    @Test
    void theTableItselfWouldBeReadFromItsBeginningToItsEnd() {
        assertThat(explained("task")).doesNotContain("ix_task_regions");
        assertThat(explained("task_seen")).contains("ix_task_regions");
    }

    private String explained(String from) {
        return String.join(
                "\n",
                QueryPlan.of(
                        jdbi,
                        "SELECT id FROM " + from + " WHERE regions && ARRAY['441284']",
                        QueryPlan.Way.INDEX_ROWS));
    }

    private static void fill(Handle handle) {
        handle.createQuery("SELECT set_config('finplan.read_regions', '*', true),"
                        + " set_config('finplan.write_regions', '*', true) AS writable")
                .mapToMap()
                .one();
        handle.createUpdate(
                        "INSERT INTO plan (code, title_zh, title_en, horizon_start, horizon_end, city, content_hash,"
                                + " loaded_at) VALUES (:plan, 's', 's', '2026-01-01', '2030-12-31', 'SAMPLE', 's', now())")
                .bind("plan", PLAN)
                .execute();
        handle.createUpdate("INSERT INTO clause (plan, id, title_zh, title_en) VALUES (:plan, 'ch4', 's', 's')")
                .bind("plan", PLAN)
                .execute();
        handle.createUpdate(TASKS).bind("plan", PLAN).execute();
        handle.execute("ANALYZE task");
    }

    private static TaskFilter filter(String words, String region, String indicator) {
        Function<String, List<String>> one = text -> text.isEmpty() ? List.of() : List.of(text);
        return new TaskFilter(
                List.of(PLAN),
                null,
                null,
                one.apply(region),
                false,
                indicator.isEmpty() ? null : indicator,
                SearchQuery.words(words),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static void assertServed(Handle handle, TaskFilter filter, String... indexes) {
        TaskCondition condition = TaskCondition.of(filter, Set.of());
        String sql = "EXPLAIN SELECT t.id, " + condition.found() + " AS found FROM task_seen t" + condition.where()
                + " ORDER BY found DESC, t.plan, t.ordinal LIMIT 51";
        List<String> plan =
                condition.bind(handle.createQuery(sql)).mapTo(String.class).list();
        String text = String.join("\n", plan);
        assertThat(text).doesNotContain("Seq Scan on task");
        for (String index : indexes) {
            assertThat(text).contains(index);
        }
    }
}
