package org.finplan.tasks.task.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.sql.Row;
import org.finplan.tasks.task.Lead;
import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.TaskStatus;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** The nodes of all trees, for reading. A page costs a fixed number of statements, however many nodes it has. */
@ApplicationScoped
class TaskSnapshotRepository {

    private static final String NODES = """
            SELECT plan, id, parent, path, ordinal, branch, level, clause, title_zh, title_en, summary_zh, summary_en,
                   verbs, regions, partner_regions, organisations, systems, indicators, responsible, cooperating, due_date,
                   lead, lead_source, lead_by, lead_at, status, claimed_status, retired_in IS NOT NULL AS retired, version
            FROM task t""";

    private static final String COUNTS = """
            SELECT leaf.plan, branch.id, leaf.status, leaf.claimed_status, count(*) AS leaves,
                   sum(leaf.version) AS versions,
                   count(*) FILTER (WHERE (leaf.plan, leaf.id) IN (
                       SELECT * FROM unnest(:flaggedPlans, :flaggedIds))) AS flagged
            FROM task leaf CROSS JOIN LATERAL unnest(leaf.path) AS branch (id)
            WHERE leaf.level = 'measure' AND leaf.retired_in IS NULL AND leaf.plan = ANY (:plans) AND leaf.path && :ids AND branch.id = ANY (:ids)
            GROUP BY leaf.plan, branch.id, leaf.status, leaf.claimed_status""";

    private static final String DUE_OF_UNITS = """
            WHERE (t.plan, t.id) IN (SELECT * FROM tasks_of_units(:units)) AND t.plan = ANY (:plans)
              AND t.level = 'measure' AND t.retired_in IS NULL AND t.behind_after <= :until AND t.status NOT IN ('done', 'stopped')
            ORDER BY t.behind_after, t.plan, t.ordinal LIMIT :limit""";

    private static final RowMapper<TaskSnapshot> SNAPSHOT = Row.to(TaskSnapshotRepository::snapshot);
    private static final RowMapper<CountedLeaves> COUNTED = Row.to(row -> new CountedLeaves(
            key(row),
            TaskStatus.of(row.text("status")),
            TaskStatus.of(row.text("claimed_status")),
            row.number("leaves"),
            row.number("flagged"),
            row.number("versions")));

    private final Jdbi jdbi;

    TaskSnapshotRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The leaves below one branch that have one pair of statuses. */
    private record CountedLeaves(
            TaskKey branch, TaskStatus status, TaskStatus claimed, long leaves, long flagged, long versions) {}

    List<TaskSnapshot> search(TaskCondition condition, int limit) {
        return jdbi.withHandle(handle -> condition
                .bind(handle.createQuery(NODES + condition.where() + " ORDER BY t.plan, t.ordinal LIMIT :limit"))
                .bind("limit", limit)
                .map(SNAPSHOT)
                .list());
    }

    long count(TaskCondition condition) {
        return jdbi.withHandle(handle -> condition
                .bind(handle.createQuery("SELECT count(*) FROM task t" + condition.where()))
                .mapTo(Long.class)
                .one());
    }

    Optional<TaskSnapshot> find(TaskKey key) {
        return jdbi.withHandle(handle -> handle.createQuery(NODES + " WHERE plan = :plan AND id = :id")
                .bind("plan", key.plan())
                .bind("id", key.id())
                .map(SNAPSHOT)
                .findOne());
    }

    List<TaskSnapshot> findAll(String plan, Collection<String> ids) {
        return jdbi.withHandle(
                handle -> handle.createQuery(NODES + " WHERE plan = :plan AND id = ANY (:ids) ORDER BY ordinal")
                        .bind("plan", plan)
                        .bindArray("ids", String.class, List.copyOf(ids))
                        .map(SNAPSHOT)
                        .list());
    }

    List<TaskSnapshot> findAll(Collection<TaskKey> keys) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        NODES + " WHERE (plan, id) IN (SELECT * FROM unnest(:plans, :ids)) ORDER BY plan, ordinal")
                .bindArray("plans", String.class, plans(keys))
                .bindArray("ids", String.class, ids(keys))
                .map(SNAPSHOT)
                .list());
    }

    List<TaskSnapshot> dueOfUnits(Collection<String> plans, Collection<String> units, LocalDate until, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(NODES + " " + DUE_OF_UNITS)
                .bindArray("plans", String.class, List.copyOf(plans))
                .bindArray("units", String.class, List.copyOf(units))
                .bind("until", until)
                .bind("limit", limit)
                .map(SNAPSHOT)
                .list());
    }

    long countChildren(TaskKey key) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM task WHERE plan = :plan AND parent = :parent")
                        .bind("plan", key.plan())
                        .bind("parent", key.id())
                        .mapTo(Long.class)
                        .one());
    }

    Map<TaskKey, LeafCounts> countLeaves(Collection<TaskKey> branches, Set<TaskKey> flagged) {
        Map<TaskKey, LeafCounts> counts = new HashMap<>();
        branches.forEach(branch -> counts.put(branch, LeafCounts.NONE));
        countedLeaves(branches, flagged)
                .forEach(row -> counts.computeIfPresent(
                        row.branch(),
                        (branch, sum) ->
                                sum.plus(row.status(), row.claimed(), row.leaves(), row.flagged(), row.versions())));
        return counts;
    }

    private List<CountedLeaves> countedLeaves(Collection<TaskKey> branches, Set<TaskKey> flagged) {
        return jdbi.withHandle(handle -> handle.createQuery(COUNTS)
                .bindArray("plans", String.class, plans(branches))
                .bindArray("ids", String.class, ids(branches))
                .bindArray("flaggedPlans", String.class, plans(flagged))
                .bindArray("flaggedIds", String.class, ids(flagged))
                .map(COUNTED)
                .list());
    }

    private static List<String> plans(Collection<TaskKey> keys) {
        return keys.stream().map(TaskKey::plan).toList();
    }

    private static List<String> ids(Collection<TaskKey> keys) {
        return keys.stream().map(TaskKey::id).toList();
    }

    private static TaskKey key(Row row) throws SQLException {
        return new TaskKey(row.text("plan"), row.text("id"));
    }

    private static TaskSnapshot snapshot(Row row) throws SQLException {
        return new TaskSnapshot(
                key(row),
                row.text("parent"),
                row.texts("path"),
                row.integer("ordinal"),
                row.text("branch"),
                row.text("level"),
                row.text("clause"),
                new LocalizedText(row.text("title_zh"), row.text("title_en")),
                new LocalizedText(row.text("summary_zh"), row.text("summary_en")),
                row.texts("verbs"),
                row.texts("regions"),
                row.texts("partner_regions"),
                row.texts("organisations"),
                row.texts("systems"),
                row.texts("indicators"),
                row.texts("responsible"),
                row.texts("cooperating"),
                row.date("due_date"),
                lead(row),
                TaskStatus.of(row.text("status")),
                TaskStatus.of(row.text("claimed_status")),
                row.flag("retired"),
                row.number("version"));
    }

    private static Lead lead(Row row) throws SQLException {
        String organisation = row.text("lead");
        return organisation == null
                ? null
                : new Lead(organisation, row.text("lead_source"), row.text("lead_by"), row.instant("lead_at"));
    }
}
