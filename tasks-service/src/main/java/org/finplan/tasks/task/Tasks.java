package org.finplan.tasks.task;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.planversion.archived.ArchivedPlans;
import org.finplan.platform.planversion.scope.PlanScope;
import org.finplan.platform.problem.ProblemException;

/** What the other concepts ask of one task: find it, lock it, change its units and its status. */
@ApplicationScoped
public class Tasks {

    private final TaskRepository repository;
    private final PlanScope plans;
    private final TaskAccess access;
    private final ArchivedPlans archived;

    Tasks(TaskRepository repository, PlanScope plans, TaskAccess access, ArchivedPlans archived) {
        this.repository = repository;
        this.plans = plans;
        this.access = access;
        this.archived = archived;
    }

    /**
     * Finds the node that a request means.
     *
     * @param id id within a plan
     * @param plan plan code, or null when one plan only has the id
     * @return its key
     * @throws ProblemException 404 when there is none in the plans of the caller, 400 when several of these have the id
     */
    public TaskKey resolve(String id, String plan) {
        List<String> holders = new ArrayList<>(repository.plansWith(id));
        holders.retainAll(plans.codes());
        if (plan == null && holders.size() > 1) {
            throw TaskError.PLAN_REQUIRED.at("?plan", "", holders);
        }
        if (holders.isEmpty() || (plan != null && !holders.contains(plan))) {
            throw new ProblemException(
                    TaskError.TASK_NOT_FOUND, new LocalizedText("没有任务 " + id + "。", "There is no task " + id + "."));
        }
        return new TaskKey(plan == null ? holders.get(0) : plan, id);
    }

    /**
     * Refuses what would be written about a node of an archived plan.
     *
     * @param key its key
     * @throws ProblemException 409 when its plan is archived
     */
    public void requireOpen(TaskKey key) {
        archived.requireOpen(key.plan());
    }

    /**
     * Locks a node until the transaction ends.
     *
     * @param key key of a node that exists
     * @throws ProblemException 409 when it is retired or withdrawn, or its plan archived
     */
    public void lock(TaskKey key) {
        archived.requireOpen(key.plan());
        Task task = repository.lock(key).orElseThrow(() -> new NoSuchElementException(key.aggregate()));
        if (task.isRetired()) {
            throw new ProblemException(TaskError.RETIRED, detail(TaskError.RETIRED.title(), key));
        }
        refuseWithdrawn(task);
    }

    /**
     * Opens a leaf for a report of a region. It stays locked until the transaction ends.
     *
     * @param key its key
     * @param region region that reports
     * @return the leaf
     * @throws ProblemException when it is no leaf, or does not concern the caller or the region; 409 when it is retired or
     *     withdrawn, or its plan archived
     */
    public Leaf openForReport(TaskKey key, String region) {
        Task task = open(TaskAction.REPORT_PROGRESS, key);
        if (!access.regionsOf(key, task.regions()).concern(region)) {
            throw TaskError.REGION_NOT_CONCERNED.at("/region", region, task.regions());
        }
        return task.toLeaf();
    }

    /**
     * Opens a leaf whose milestones or dependencies are planned. It stays locked until the transaction ends.
     *
     * @param key its key
     * @return its deadline, empty when it has none
     * @throws ProblemException when it is no leaf, or the caller does not plan it; 409 when it is retired, or its plan archived
     */
    public Optional<LocalDate> openForPlanning(TaskKey key) {
        return Optional.ofNullable(open(TaskAction.PLAN_SCHEDULE, key).dueDate());
    }

    /**
     * Opens a leaf of which something was achieved, by whoever may report progress on it. It stays locked until the transaction
     * ends.
     *
     * @param key its key
     * @return the leaf
     * @throws ProblemException when it does not concern the caller; 409 when it is retired, or its plan archived
     */
    public Leaf openForAchievement(TaskKey key) {
        return open(TaskAction.REPORT_PROGRESS, key).toLeaf();
    }

    private Task open(TaskAction action, TaskKey key) {
        Task task = repository.lockForChange(key).orElseThrow();
        archived.requireOpen(key.plan());
        access.obstacle(
                        action,
                        key,
                        new TaskAccess.Node(task.isRetired(), task.level(), task.regions(), task.responsibility()))
                .ifPresent(code -> {
                    throw new ProblemException(code, detail(code.title(), key));
                });
        refuseWithdrawn(task);
        return task;
    }

    /**
     * Says which day of a leaf that is open is the next one that something is planned for.
     *
     * @param key its key
     * @param day day of its first milestone that is not achieved, or null
     */
    public void planNext(TaskKey key, @Nullable LocalDate day) {
        repository.findById(key).planNext(day);
        repository.flush();
    }

    /**
     * Opens the leaf of a report that is reviewed. It stays locked until the transaction ends.
     *
     * @param key its key
     * @return the leaf
     * @throws ProblemException 409 when its plan is archived
     */
    public Leaf openForReview(TaskKey key) {
        archived.requireOpen(key.plan());
        return repository.lockForChange(key).orElseThrow().toLeaf();
    }

    /**
     * The regions that a leaf concerns.
     *
     * @param leaf the leaf, of a plan that is loaded
     * @return the regions
     */
    public LeafRegions regionsOf(Leaf leaf) {
        return access.regionsOf(leaf.key(), leaf.regions());
    }

    /**
     * Changes the status of a leaf that is open.
     *
     * @param key its key
     * @param verified status by the verified reports
     * @param claimed status by all reports that were not returned
     */
    public void changeStatus(TaskKey key, TaskStatus verified, TaskStatus claimed) {
        repository.findById(key).changeStatus(verified, claimed);
    }

    /**
     * The units that a node is given to.
     *
     * @param key key of a node that exists
     * @return the units
     */
    public Responsibility responsibility(TaskKey key) {
        return repository.findById(key).responsibility();
    }

    /**
     * Gives a node that is locked to units and writes it to the database.
     *
     * @param key its key
     * @param units the units, one that leads among them
     * @param by subject of whoever assigns them
     * @param at when
     */
    public void assign(TaskKey key, Responsibility units, String by, Instant at) {
        repository.findById(key).assign(units, by, at);
        repository.flush();
    }

    private static void refuseWithdrawn(Task task) {
        if (task.isWithdrawn()) {
            throw new ProblemException(TaskError.WITHDRAWN, detail(TaskError.WITHDRAWN.title(), task.key()));
        }
    }

    private static LocalizedText detail(LocalizedText title, TaskKey key) {
        return new LocalizedText(title.zh() + "：" + key.id(), title.en() + ": " + key.id());
    }
}
