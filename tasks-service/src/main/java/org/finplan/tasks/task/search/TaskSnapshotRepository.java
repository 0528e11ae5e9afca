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
import org.finplan.tasks.task.TaskLevel;
import org.finplan.tasks.task.TaskStatus;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** The nodes of all trees, for reading. A page costs a fixed number of statements, however many nodes it has. */
@ApplicationScoped
class TaskSnapshotRepository {

    private static final String NODES = """
            SELECT plan, id, parent, path, ordinal, branch, level, clause, title_zh, title_en, summary_zh, summary_en,
                   verbs, regions, partner_regions, organisations, systems, indicators, responsible, cooperating, due_date,
                   lead, lead_source, lead_by, lead_at, status, claimed_status, retired_in IS NOT NULL AS retired, version,
                   plan_due, due_by, due_at, year, made_by, made_at, withdrawn_by, withdrawn_at, withdraw_reason%s
            FROM task_seen t""";

    private static final String ALL = NODES.formatted("");

    /** What triggers keep: it costs the same whatever the number of leaves. */
    private static final String COUNTS = """
            SELECT plan, branch AS id, status, claimed_status, leaves FROM branch_count
            WHERE plan = ANY (:plans) AND branch = ANY (:ids) AND level = :level AND leaves > 0""";

    private static final String FLAGGED = """
            SELECT leaf.plan, branch.id, count(*) AS leaves
            FROM unnest(:flaggedPlans, :flaggedIds) AS flagged (plan, id) JOIN task_seen AS leaf USING (plan, id)
                CROSS JOIN LATERAL unnest(leaf.path) AS branch (id)
            WHERE leaf.level = 'measure' AND leaf.retired_in IS NULL AND branch.id = ANY (:ids)
            GROUP BY leaf.plan, branch.id""";

    private static final String DUE_OF_UNITS = """
            WHERE (t.plan, t.id) IN (SELECT * FROM tasks_of_units(:units)) AND t.plan = ANY (:plans)
              AND t.level IN ('measure', 'work-point') AND t.retired_in IS NULL AND t.withdrawn_at IS NULL AND t.behind_after <= :until AND t.status NOT IN ('done', 'stopped')
            ORDER BY t.behind_after, t.plan, t.ordinal LIMIT :limit""";

    private static final String BELOW = """
            SELECT t.plan, t.id, t.parent, t.level, t.status
            FROM unnest(:plans, :ids) AS above (plan, id) JOIN task_seen t ON t.plan = above.plan AND t.parent = above.id
            WHERE t.retired_in IS NULL ORDER BY t.plan, t.ordinal""";

    private static final RowMapper<TaskSnapshot> SNAPSHOT = Row.to(TaskSnapshotRepository::snapshot);
    private static final RowMapper<CountedLeaves> COUNTED = Row.to(row -> new CountedLeaves(
            key(row),
            TaskStatus.of(row.text("status")),
            TaskStatus.of(row.text("claimed_status")),
            row.number("leaves")));
    private static final RowMapper<FlaggedLeaves> FLAGGED_LEAVES =
            Row.to(row -> new FlaggedLeaves(key(row), row.number("leaves")));

    private final Jdbi jdbi;

    TaskSnapshotRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The leaves below one branch that have one pair of statuses. */
    private record CountedLeaves(TaskKey branch, TaskStatus status, TaskStatus claimed, long leaves) {}

    /** How many of the leaves below a branch are flagged. */
    private record FlaggedLeaves(TaskKey branch, long leaves) {}

    List<TaskSnapshot> search(TaskCondition condition, int limit) {
        return jdbi.withHandle(handle -> condition
                .bind(handle.createQuery(ALL + condition.where() + " ORDER BY t.plan, t.ordinal LIMIT :limit"))
                .bind("limit", limit)
                .map(SNAPSHOT)
                .list());
    }

    List<FoundTask> best(TaskCondition condition, int limit) {
        String sql = NODES.formatted(", " + condition.found() + " AS found") + condition.where()
                + " ORDER BY found DESC, t.plan, t.ordinal LIMIT :limit";
        return jdbi.withHandle(handle -> condition
                .bind(handle.createQuery(sql))
                .bind("limit", limit)
                .map(Row.to(row -> new FoundTask(snapshot(row), row.integer("found"))))
                .list());
    }

    long count(TaskCondition condition) {
        return jdbi.withHandle(handle -> condition
                .bind(handle.createQuery("SELECT count(*) FROM task_seen t" + condition.where()))
                .mapTo(Long.class)
                .one());
    }

    Optional<TaskSnapshot> find(TaskKey key) {
        return jdbi.withHandle(handle -> handle.createQuery(ALL + " WHERE plan = :plan AND id = :id")
                .bind("plan", key.plan())
                .bind("id", key.id())
                .map(SNAPSHOT)
                .findOne());
    }

    List<TaskSnapshot> findAll(String plan, Collection<String> ids) {
        return jdbi.withHandle(
                handle -> handle.createQuery(ALL + " WHERE plan = :plan AND id = ANY (:ids) ORDER BY ordinal")
                        .bind("plan", plan)
                        .bindArray("ids", String.class, List.copyOf(ids))
                        .map(SNAPSHOT)
                        .list());
    }

    List<TaskSnapshot> findAll(Collection<TaskKey> keys) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        ALL + " WHERE (plan, id) IN (SELECT * FROM unnest(:plans, :ids)) ORDER BY plan, ordinal")
                .bindArray("plans", String.class, plans(keys))
                .bindArray("ids", String.class, ids(keys))
                .map(SNAPSHOT)
                .list());
    }

    List<TaskSnapshot> dueOfUnits(Collection<String> plans, Collection<String> units, LocalDate until, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(ALL + " " + DUE_OF_UNITS)
                .bindArray("plans", String.class, List.copyOf(plans))
                .bindArray("units", String.class, List.copyOf(units))
                .bind("until", until)
                .bind("limit", limit)
                .map(SNAPSHOT)
                .list());
    }

    long countChildren(TaskKey key) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM task_seen WHERE plan = :plan AND parent = :parent")
                        .bind("plan", key.plan())
                        .bind("parent", key.id())
                        .mapTo(Long.class)
                        .one());
    }

    List<TaskBelow> below(Collection<TaskKey> branches) {
        return jdbi.withHandle(handle -> handle.createQuery(BELOW)
                .bindArray("plans", String.class, plans(branches))
                .bindArray("ids", String.class, ids(branches))
                .map(Row.to(row -> new TaskBelow(
                        key(row),
                        new TaskKey(row.text("plan"), row.text("parent")),
                        row.text("level").equals("measure"),
                        TaskStatus.of(row.text("status")))))
                .list());
    }

    Map<TaskKey, LeafCounts> countLeaves(Collection<TaskKey> branches, Set<TaskKey> flagged) {
        return count(TaskLevel.MEASURE, branches, flagged);
    }

    Map<TaskKey, LeafCounts> countWorkPoints(Collection<TaskKey> nodes) {
        return count(TaskLevel.WORK_POINT, nodes, Set.of());
    }

    private Map<TaskKey, LeafCounts> count(TaskLevel level, Collection<TaskKey> branches, Set<TaskKey> flagged) {
        Map<TaskKey, LeafCounts> counts = new HashMap<>();
        branches.forEach(branch -> counts.put(branch, LeafCounts.NONE));
        countedLeaves(level, branches)
                .forEach(row -> counts.computeIfPresent(
                        row.branch(), (branch, sum) -> sum.plus(row.status(), row.claimed(), row.leaves())));
        flaggedLeaves(branches, flagged)
                .forEach(row -> counts.computeIfPresent(row.branch(), (branch, sum) -> sum.flagged(row.leaves())));
        return counts;
    }

    private List<CountedLeaves> countedLeaves(TaskLevel level, Collection<TaskKey> branches) {
        return jdbi.withHandle(handle -> handle.createQuery(COUNTS)
                .bind("level", level.code())
                .bindArray("plans", String.class, plans(branches))
                .bindArray("ids", String.class, ids(branches))
                .map(COUNTED)
                .list());
    }

    private List<FlaggedLeaves> flaggedLeaves(Collection<TaskKey> branches, Set<TaskKey> flagged) {
        if (flagged.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery(FLAGGED)
                .bindArray("ids", String.class, ids(branches))
                .bindArray("flaggedPlans", String.class, plans(flagged))
                .bindArray("flaggedIds", String.class, ids(flagged))
                .map(FLAGGED_LEAVES)
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
                new DueOrigin(row.date("plan_due"), row.text("due_by"), row.instant("due_at")),
                lead(row),
                TaskStatus.of(row.text("status")),
                TaskStatus.of(row.text("claimed_status")),
                row.flag("retired"),
                row.number("version"),
                annual(row));
    }

    private static AnnualFacts annual(Row row) throws SQLException {
        Integer year = row.integerOrNull("year");
        return year == null
                ? null
                : new AnnualFacts(
                        year,
                        row.text("made_by"),
                        row.instant("made_at"),
                        row.text("withdrawn_by"),
                        row.instant("withdrawn_at"),
                        row.text("withdraw_reason"));
    }

    private static Lead lead(Row row) throws SQLException {
        String organisation = row.text("lead");
        return organisation == null
                ? null
                : new Lead(organisation, row.text("lead_source"), row.text("lead_by"), row.instant("lead_at"));
    }
}
