package org.finplan.tasks.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Compares two states of a plan by what was written between them: its cost follows from that, not from the size of the plan. */
@ApplicationScoped
class ComparisonRepository {

    /**
     * What is retired, removed or withdrawn is not there, though its row is. Why it was changed is no part of what a thing says. A reader of
     * one page computes the things up to its end: they come in their order, one by one.
     */
    private static final String DIFFERENCES = """
            WITH touched AS (
                SELECT DISTINCT task, kind, key FROM task_change
                WHERE plan = :plan AND changed_at > :at AND kind = ANY (:kinds)
                  AND (CAST(:task AS text) IS NULL OR task = :task)
                  AND (CAST(:afterTask AS text) IS NULL OR (task, kind, key) > (:afterTask, :afterKind, :afterKey))
                ORDER BY task, kind, key
            ), differing AS (
                SELECT t.task, t.kind, t.key, earlier.thing AS was, newest.thing AS became,
                    CASE WHEN earlier.thing IS NULL THEN 'added' WHEN newest.thing IS NULL THEN 'removed'
                         ELSE 'changed' END AS change
                FROM touched t
                LEFT JOIN LATERAL (
                    SELECT %1$s AS thing FROM task_change c
                    WHERE c.plan = :plan AND c.kind = t.kind AND c.key = t.key AND c.changed_at <= :at
                    ORDER BY c.changed_at DESC, c.number DESC LIMIT 1) AS earlier ON true
                LEFT JOIN LATERAL (
                    SELECT %1$s AS thing FROM task_change c
                    WHERE c.plan = :plan AND c.kind = t.kind AND c.key = t.key
                    ORDER BY c.changed_at DESC, c.number DESC LIMIT 1) AS newest ON true
                WHERE earlier.thing IS DISTINCT FROM newest.thing
            )
            SELECT %2$s FROM differing WHERE CAST(:change AS text) IS NULL OR change = :change""";

    private static final String THERE = """
            CASE WHEN coalesce(c.after ->> 'removed_at', c.after ->> 'retired_in', c.after ->> 'withdrawn_at') IS NULL
                THEN c.after - 'change_reason' END""";

    private static final String BEGAN = "SELECT min(changed_at) FROM task_change WHERE plan = :plan";

    private final Jdbi jdbi;
    private final ObjectMapper json;

    ComparisonRepository(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    List<Difference> differences(ComparisonFilter filter, @Nullable Difference.Position after, int limit) {
        String sql = DIFFERENCES.formatted(THERE, "*") + " ORDER BY task, kind, key LIMIT :limit";
        return jdbi.withHandle(handle -> bind(handle.createQuery(sql), filter, after)
                .bind("limit", limit)
                .map(Row.to(row -> difference(
                        new Difference.Position(row.text("task"), row.text("kind"), row.text("key")),
                        row.text("change"),
                        content(row.text("was")),
                        content(row.text("became")))))
                .list());
    }

    long count(ComparisonFilter filter) {
        String sql = DIFFERENCES.formatted(THERE, "count(*)");
        return jdbi.withHandle(handle ->
                bind(handle.createQuery(sql), filter, null).mapTo(Long.class).one());
    }

    Optional<Instant> began(String plan) {
        return jdbi.withHandle(handle -> handle.createQuery(BEGAN)
                .bind("plan", plan)
                .map(Row.to(row -> Optional.ofNullable(row.instant("min"))))
                .one());
    }

    private static Query bind(Query query, ComparisonFilter filter, @Nullable Difference.Position after) {
        return query.bind("plan", filter.plan())
                .bind("at", filter.at())
                .bindArray("kinds", String.class, filter.kinds())
                .bind("task", filter.task())
                .bind("change", filter.change())
                .bind("afterTask", after == null ? null : after.task())
                .bind("afterKind", after == null ? null : after.kind())
                .bind("afterKey", after == null ? null : after.key());
    }

    private static Difference difference(
            Difference.Position place, String change, @Nullable JsonNode was, @Nullable JsonNode became) {
        return new Difference(
                place,
                change,
                ChangedFields.of(was == null || became == null ? was : onlyChanged(was, became), became).stream()
                        .map(field -> new Difference.Field(field.field(), field.before(), field.after()))
                        .toList());
    }

    /** {@return the columns that are otherwise since; a column that the history of an earlier time does not know was empty} */
    private static JsonNode onlyChanged(JsonNode was, JsonNode became) {
        ObjectNode changed = was.deepCopy();
        became.fieldNames().forEachRemaining(name -> {
            if (!was.has(name)) {
                changed.putNull(name);
            }
        });
        changed.properties().removeIf(column -> column.getValue().equals(became.path(column.getKey())));
        return changed;
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
