package org.finplan.tasks.milestone;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.tasks.task.TaskKey;

/** The milestones of all leaves. */
@ApplicationScoped
class MilestoneRepository implements PanacheRepositoryBase<Milestone, UUID> {

    private static final String IN_ORDER = " order by ordinal, plannedDate, id";
    private static final String OF_LEAF = "plan = :plan and task = :task and (removedAt is null or :removed = true)";
    private static final String AFTER = " and (ordinal, plannedDate, id) > (:ordinal, :planned, :id)";

    /**
     * Where a page of milestones ended.
     *
     * @param order place of the last one
     * @param planned its day
     * @param id its id
     */
    record Position(int order, LocalDate planned, UUID id) {}

    List<Milestone> page(TaskKey key, boolean removed, @Nullable Position after, int limit) {
        Map<String, Object> parameters = new HashMap<>(ofLeaf(key, removed));
        String condition = OF_LEAF;
        if (after != null) {
            condition += AFTER;
            parameters.put("ordinal", after.order());
            parameters.put("planned", after.planned());
            parameters.put("id", after.id());
        }
        return find(condition + IN_ORDER, parameters).page(Page.ofSize(limit)).list();
    }

    long count(TaskKey key, boolean removed) {
        return count(OF_LEAF, ofLeaf(key, removed));
    }

    /** {@return the milestones of some leaves of a plan that are not removed, in the order of each} */
    List<Milestone> of(String plan, Collection<String> tasks) {
        return list("plan = ?1 and task in ?2 and removedAt is null" + IN_ORDER, plan, tasks);
    }

    /** {@return the day of the next milestone of a leaf that is not achieved yet, or null when there is none} */
    @Nullable
    LocalDate next(TaskKey key) {
        return getEntityManager()
                .createQuery(
                        "select min(m.plannedDate) from Milestone m where m.plan = :plan and m.task = :task"
                                + " and m.removedAt is null and m.achievedOn is null",
                        LocalDate.class)
                .setParameter("plan", key.plan())
                .setParameter("task", key.id())
                .getSingleResult();
    }

    /** {@return the last place that a milestone of a leaf has, 0 when it has none} */
    int lastOrder(TaskKey key) {
        return getEntityManager()
                .createQuery(
                        "select coalesce(max(m.ordinal), 0) from Milestone m where m.plan = :plan and m.task = :task"
                                + " and m.removedAt is null",
                        Integer.class)
                .setParameter("plan", key.plan())
                .setParameter("task", key.id())
                .getSingleResult();
    }

    /** Reads a milestone again and locks it until the transaction ends. */
    void lock(Milestone milestone) {
        getEntityManager().refresh(milestone, LockModeType.PESSIMISTIC_WRITE);
    }

    private static Map<String, Object> ofLeaf(TaskKey key, boolean removed) {
        return Map.of("plan", key.plan(), "task", key.id(), "removed", removed);
    }
}
