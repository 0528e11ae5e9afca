package org.finplan.tasks.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.finplan.platform.sql.Row;
import org.finplan.tasks.task.Leaves.IndicatorLink;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** Leaves in sets: one statement, however many they are. */
@ApplicationScoped
class LeafRepository {

    /** Flags stand on what the plan says moves an indicator: its measures, not the work points of a year. */
    private static final String LOCK_CONCERNED = """
            SELECT plan, id, clause, status, regions FROM task
            WHERE plan = :plan AND id IN (
                SELECT id FROM task_seen
                WHERE plan = :plan AND level = 'measure' AND retired_in IS NULL
                  AND indicators @> ARRAY[CAST(:indicator AS text)] AND (regions = '{}' OR regions && :regions))
            ORDER BY id FOR UPDATE""";

    private static final String LOCK = """
            SELECT plan, id, clause, status, regions FROM task
            WHERE plan = :plan AND id = ANY (:ids) AND retired_in IS NULL
            ORDER BY id FOR UPDATE""";

    private static final String COUNT_UP = """
            UPDATE task SET version = version + 1 WHERE plan = :plan AND id = ANY (:ids)""";

    private static final String INDICATOR_LINKS = """
            SELECT id, unnest(indicators) AS indicator FROM task WHERE plan = :plan""";

    private static final RowMapper<Leaf> LEAF = Row.to(row -> new Leaf(
            new TaskKey(row.text("plan"), row.text("id")),
            row.text("clause"),
            TaskStatus.of(row.text("status")),
            row.texts("regions")));

    private final Jdbi jdbi;

    LeafRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<Leaf> lockConcerned(String plan, String indicator, Collection<String> regions) {
        return jdbi.withHandle(handle -> handle.createQuery(LOCK_CONCERNED)
                .bind("plan", plan)
                .bind("indicator", indicator)
                .bindArray("regions", String.class, List.copyOf(regions))
                .map(LEAF)
                .list());
    }

    List<Leaf> lock(String plan, Collection<String> ids) {
        return jdbi.withHandle(handle -> handle.createQuery(LOCK)
                .bind("plan", plan)
                .bindArray("ids", String.class, List.copyOf(ids))
                .map(LEAF)
                .list());
    }

    void countUp(String plan, Collection<String> ids) {
        jdbi.useHandle(handle -> handle.createUpdate(COUNT_UP)
                .bind("plan", plan)
                .bindArray("ids", String.class, List.copyOf(ids))
                .execute());
    }

    List<IndicatorLink> indicatorLinks(String plan) {
        return jdbi.withHandle(handle -> handle.createQuery(INDICATOR_LINKS)
                .bind("plan", plan)
                .map(Row.to(row -> new IndicatorLink(row.text("id"), row.text("indicator"))))
                .list());
    }
}
