package org.finplan.tasks.milestone.dependency;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.finplan.platform.sql.Row;
import org.finplan.tasks.task.TaskKey;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** Which leaves wait for which. Only the removal of a dependency changes it. */
@ApplicationScoped
class DependencyRepository {

    /** Two dependencies that close a circle together may be entered at once by two people, each without the other. */
    private static final String LOCK_ORDER =
            "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('task-dependency:' || :plan, 0))";

    private static final String INSERT = """
            INSERT INTO task_dependency (id, plan, task, predecessor, lag_working_days, changed_by, changed_at)
            VALUES (:id, :plan, :task, :predecessor, :lag, :by, :at)""";

    private static final String REMOVE = """
            UPDATE task_dependency SET removed_at = :at, changed_by = :by, changed_at = :at, change_reason = :reason,
                version = version + 1
            WHERE id = :id""";

    private static final String ONE = "SELECT * FROM task_dependency WHERE id = :id";

    private static final String BEFORE = """
            SELECT * FROM task_dependency WHERE plan = :plan AND task = :task AND removed_at IS NULL
            ORDER BY predecessor""";

    private static final String PAGE = """
            SELECT * FROM (
                SELECT * FROM task_dependency WHERE plan = :plan AND task = :task AND removed_at IS NULL
                UNION ALL
                SELECT * FROM task_dependency WHERE plan = :plan AND predecessor = :task AND removed_at IS NULL) AS d
            WHERE CAST(:after AS uuid) IS NULL OR id > :after
            ORDER BY id LIMIT :limit""";

    /** All that a leaf waits for, straight or by way of others. */
    private static final String UPWARDS = """
            WITH RECURSIVE earlier (task) AS (
                SELECT CAST(:task AS text)
                UNION
                SELECT d.predecessor FROM earlier e
                JOIN task_dependency d ON d.plan = :plan AND d.task = e.task AND d.removed_at IS NULL)
            SELECT d.task, d.predecessor FROM earlier e
            JOIN task_dependency d ON d.plan = :plan AND d.task = e.task AND d.removed_at IS NULL""";

    private static final RowMapper<Dependency> DEPENDENCY = Row.to(row -> new Dependency(
            row.uuid("id"),
            row.text("plan"),
            row.text("task"),
            row.text("predecessor"),
            row.integer("lag_working_days"),
            row.instant("removed_at"),
            row.text("changed_by"),
            row.instant("changed_at"),
            row.text("change_reason"),
            row.number("version")));

    private final Jdbi jdbi;

    DependencyRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void lockOrder(String plan) {
        jdbi.useHandle(handle -> handle.createQuery(LOCK_ORDER)
                .bind("plan", plan)
                .mapTo(Integer.class)
                .one());
    }

    List<Order.Edge> upwards(TaskKey key) {
        return jdbi.withHandle(handle -> handle.createQuery(UPWARDS)
                .bind("plan", key.plan())
                .bind("task", key.id())
                .map(Row.to(row -> new Order.Edge(row.text("task"), row.text("predecessor"))))
                .list());
    }

    void insert(Dependency dependency) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("id", dependency.id())
                .bind("plan", dependency.plan())
                .bind("task", dependency.task())
                .bind("predecessor", dependency.predecessor())
                .bind("lag", dependency.lagWorkingDays())
                .bind("by", dependency.changedBy())
                .bind("at", dependency.changedAt())
                .execute());
    }

    void remove(Dependency removed) {
        jdbi.useHandle(handle -> handle.createUpdate(REMOVE)
                .bind("id", removed.id())
                .bind("by", removed.changedBy())
                .bind("at", removed.changedAt())
                .bind("reason", removed.reason())
                .execute());
    }

    Optional<Dependency> find(UUID id, boolean lock) {
        return jdbi.withHandle(handle -> handle.createQuery(ONE + (lock ? " FOR UPDATE" : ""))
                .bind("id", id)
                .map(DEPENDENCY)
                .findOne());
    }

    List<Dependency> before(TaskKey key) {
        return jdbi.withHandle(handle -> handle.createQuery(BEFORE)
                .bind("plan", key.plan())
                .bind("task", key.id())
                .map(DEPENDENCY)
                .list());
    }

    List<Dependency> page(TaskKey key, @Nullable UUID after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(PAGE)
                .bind("plan", key.plan())
                .bind("task", key.id())
                .bind("after", after)
                .bind("limit", limit)
                .map(DEPENDENCY)
                .list());
    }
}
