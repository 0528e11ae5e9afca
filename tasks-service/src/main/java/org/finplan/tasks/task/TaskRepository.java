package org.finplan.tasks.task;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.finplan.platform.access.RegionSet;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** The nodes of all trees. A page costs a fixed number of statements, however many nodes it has. */
@ApplicationScoped
class TaskRepository implements PanacheRepositoryBase<Task, TaskKey> {

    private static final String FLAGGED = """
            SELECT DISTINCT f.plan, f.task FROM task_flag f
            WHERE f.plan = ANY (CAST(:plans AS text[])) AND f.task = ANY (CAST(:ids AS text[]))
              AND (:all OR f.region = ANY (CAST(:readable AS text[])))""";

    private static final String COUNTS = """
            SELECT leaf.plan, branch.id, leaf.status, leaf.claimed_status, count(*) AS leaves,
                   sum(leaf.version) AS versions,
                   count(*) FILTER (WHERE EXISTS (
                       SELECT 1 FROM task_flag f WHERE f.plan = leaf.plan AND f.task = leaf.id
                         AND (:all OR f.region = ANY (CAST(:readable AS text[]))))) AS flagged
            FROM task leaf CROSS JOIN LATERAL unnest(leaf.path) AS branch (id)
            WHERE leaf.level = 'measure' AND leaf.plan = ANY (CAST(:plans AS text[]))
              AND leaf.path && CAST(:ids AS text[]) AND branch.id = ANY (CAST(:ids AS text[]))
            GROUP BY leaf.plan, branch.id, leaf.status, leaf.claimed_status""";

    private final Session session;

    TaskRepository(Session session) {
        this.session = session;
    }

    /**
     * Reads nodes in the order of the plans.
     *
     * @param filter which ones
     * @param scope regions that the caller reads
     * @param after key of the node to go on after, or null for the beginning
     * @param limit most rows
     * @return the nodes
     */
    List<Task> search(TaskFilter filter, RegionSet scope, Place after, int limit) {
        TaskQuery query = TaskQuery.of(filter, scope).after(after);
        NativeQuery<Task> statement = session.createNativeQuery(
                "SELECT t.* FROM task t" + query.where() + " ORDER BY t.plan, t.ordinal", Task.class);
        query.bind(statement);
        return statement.setMaxResults(limit).getResultList();
    }

    /**
     * Counts nodes.
     *
     * @param filter which ones
     * @param scope regions that the caller reads
     * @return how many there are
     */
    long count(TaskFilter filter, RegionSet scope) {
        TaskQuery query = TaskQuery.of(filter, scope);
        NativeQuery<Long> statement =
                session.createNativeQuery("SELECT count(*) FROM task t" + query.where(), Long.class);
        query.bind(statement);
        return statement.getSingleResult();
    }

    /**
     * Tells which nodes are flagged.
     *
     * @param tasks nodes
     * @param scope regions that the caller reads
     * @return keys of those that are
     */
    Set<TaskKey> flagged(Collection<Task> tasks, RegionSet scope) {
        Set<TaskKey> found = new HashSet<>();
        for (Tuple row : bound(FLAGGED, tasks, scope).getResultList()) {
            found.add(new TaskKey(row.get(0, String.class), row.get(1, String.class)));
        }
        return found;
    }

    /**
     * Counts the leaves below branches.
     *
     * @param branches nodes that are no leaves
     * @param scope regions that the caller reads
     * @return the counts by key
     */
    Map<TaskKey, Tally> counts(Collection<Task> branches, RegionSet scope) {
        Map<TaskKey, Tally> tallies = new HashMap<>();
        branches.forEach(branch -> tallies.put(branch.key(), new Tally()));
        if (!branches.isEmpty()) {
            for (Tuple row : bound(COUNTS, branches, scope).getResultList()) {
                Tally tally = tallies.get(new TaskKey(row.get(0, String.class), row.get(1, String.class)));
                if (tally != null) {
                    tally.add(row);
                }
            }
        }
        return tallies;
    }

    /**
     * Locks a node until the transaction ends, so that what changes it is reckoned one after another, and counts its
     * version up.
     *
     * @param key its key
     * @return the node, empty when there is none
     */
    Optional<Task> lock(TaskKey key) {
        return findByIdOptional(key, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    /**
     * Locks a node until the transaction ends.
     *
     * @param key its key
     * @return the node as it is, empty when there is none
     */
    Optional<Task> hold(TaskKey key) {
        return findByIdOptional(key, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Counts the nodes directly below one.
     *
     * @param key its key
     * @return how many there are
     */
    long children(TaskKey key) {
        return count("plan = ?1 and parent = ?2", key.plan(), key.id());
    }

    /**
     * Reads the nodes above one.
     *
     * @param task the node
     * @return from the area down
     */
    List<Task> above(Task task) {
        return task.path().isEmpty()
                ? List.of()
                : list("plan = ?1 and id in ?2 order by ordinal", task.plan(), task.path());
    }

    /**
     * Finds the plans that have a node.
     *
     * @param id id within a plan
     * @return plan codes in order
     */
    List<String> plansWith(String id) {
        return session.createNativeQuery("SELECT plan FROM task WHERE id = :id ORDER BY plan", String.class)
                .setParameter("id", id)
                .getResultList();
    }

    private NativeQuery<Tuple> bound(String sql, Collection<Task> tasks, RegionSet scope) {
        return session.createNativeQuery(sql, Tuple.class)
                .setParameter("plans", tasks.stream().map(Task::plan).distinct().toArray(String[]::new))
                .setParameter("ids", tasks.stream().map(Task::id).distinct().toArray(String[]::new))
                .setParameter("all", scope.all())
                .setParameter("readable", scope.codes().toArray(String[]::new));
    }

    /**
     * A place in the order of all nodes.
     *
     * @param plan plan code
     * @param ordinal place within the plan
     */
    record Place(String plan, int ordinal) {}

    /** Adds up the leaves below one branch. */
    static final class Tally {

        private final Map<TaskStatus, Long> byStatus = zero();
        private final Map<TaskStatus, Long> byClaimedStatus = zero();
        private long leaves;
        private long flagged;
        private long versions;

        private void add(Tuple row) {
            long number = row.get("leaves", Number.class).longValue();
            byStatus.merge(TaskStatus.of(row.get("status", String.class)), number, Long::sum);
            byClaimedStatus.merge(TaskStatus.of(row.get("claimed_status", String.class)), number, Long::sum);
            leaves += number;
            flagged += row.get("flagged", Number.class).longValue();
            versions += row.get("versions", Number.class).longValue();
        }

        StateCounts counts() {
            return new StateCounts(leaves, byStatus, byClaimedStatus, flagged);
        }

        /** {@return a number that grows with every change of a leaf below} */
        long versions() {
            return versions;
        }

        private static Map<TaskStatus, Long> zero() {
            Map<TaskStatus, Long> counts = new EnumMap<>(TaskStatus.class);
            for (TaskStatus status : TaskStatus.values()) {
                counts.put(status, 0L);
            }
            return counts;
        }
    }
}
