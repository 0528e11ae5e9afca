package org.finplan.tasks.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.finplan.platform.sql.Row;
import org.finplan.tasks.task.TaskKey;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Reads the history, which triggers write. */
@ApplicationScoped
class TaskChangeRepository {

    private static final String PAGE = """
            SELECT number, kind, key, action, changed_at, changed_by, client, before, after FROM task_change
            WHERE plan = :plan AND task = :task AND number < :before ORDER BY number DESC LIMIT :rows""";

    private static final String COUNT = "SELECT count(*) FROM task_change WHERE plan = :plan AND task = :task";

    private static final String AT = """
            SELECT task, key, changed_at, after FROM (
                SELECT DISTINCT ON (key) task, key, changed_at, after FROM task_change
                WHERE plan = :plan AND kind = :kind AND changed_at <= :at
                ORDER BY key, changed_at DESC, number DESC
            ) AS newest
            WHERE after IS NOT NULL ORDER BY key""";

    private static final String VERSIONS = """
            FROM (SELECT number, task, key, changed_at, after, lead(changed_at) OVER (ORDER BY number) AS until
                  FROM task_change WHERE plan = :plan AND kind = :kind AND key = :key
                      AND (action <> 'changed' OR jsonb_exists_any(before, :columns))) AS version
            WHERE after IS NOT NULL
                AND (CAST(:at AS timestamptz) IS NULL OR changed_at <= :at AND (until > :at OR until IS NULL))""";

    private static final String VERSION_PAGE =
            "SELECT * " + VERSIONS + " AND number < :before ORDER BY number DESC LIMIT :rows";

    private static final String VERSION_COUNT = "SELECT count(*) " + VERSIONS;

    private final Jdbi jdbi;
    private final ObjectMapper json;

    TaskChangeRepository(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** {@return changes of a task and of what belongs to it, the newest first, from the one before a number on} */
    List<TaskChangeView> page(TaskKey key, long before, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery(PAGE)
                .bind("plan", key.plan())
                .bind("task", key.id())
                .bind("before", before)
                .bind("rows", rows)
                .map(Row.to(row -> new TaskChangeView(
                        row.number("number"),
                        row.text("kind"),
                        row.text("key"),
                        TaskChangeAction.of(row.text("action")),
                        row.instant("changed_at"),
                        row.text("changed_by"),
                        row.text("client"),
                        ChangedFields.of(content(row.text("before")), content(row.text("after"))))))
                .list());
    }

    long count(TaskKey key) {
        return jdbi.withHandle(handle -> handle.createQuery(COUNT)
                .bind("plan", key.plan())
                .bind("task", key.id())
                .mapTo(Long.class)
                .one());
    }

    /** {@return what existed of a kind at a time, by key} */
    List<PastThing> at(String plan, String kind, Instant at) {
        return jdbi.withHandle(handle -> handle.createQuery(AT)
                .bind("plan", plan)
                .bind("kind", kind)
                .bind("at", at)
                .map(Row.to(row -> new PastThing(
                        row.text("task"), row.text("key"), row.instant("changed_at"), content(row.text("after")))))
                .list());
    }

    /** {@return versions of a thing, the newest first, from the one before a number on} */
    List<PastVersion> versions(Past.Wanted wanted, long before, int rows) {
        return jdbi.withHandle(handle -> bound(handle.createQuery(VERSION_PAGE), wanted)
                .bind("before", before)
                .bind("rows", rows)
                .map(Row.to(row -> new PastVersion(
                        row.number("number"),
                        row.instant("until"),
                        new PastThing(
                                row.text("task"),
                                row.text("key"),
                                row.instant("changed_at"),
                                content(row.text("after"))))))
                .list());
    }

    long countVersions(Past.Wanted wanted) {
        return jdbi.withHandle(handle -> bound(handle.createQuery(VERSION_COUNT), wanted)
                .mapTo(Long.class)
                .one());
    }

    private static Query bound(Query query, Past.Wanted wanted) {
        return query.bind("plan", wanted.plan())
                .bind("kind", wanted.kind())
                .bind("key", wanted.key())
                .bindArray("columns", String.class, wanted.columns())
                .bind("at", wanted.asOf());
    }

    @Nullable
    private JsonNode content(@Nullable String text) {
        try {
            return text == null ? null : json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a column of JSON holds JSON", e);
        }
    }
}
