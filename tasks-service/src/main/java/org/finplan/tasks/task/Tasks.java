package org.finplan.tasks.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.events.TaskStatusChanged;
import org.finplan.platform.outbox.NewEvent;
import org.finplan.platform.outbox.Outbox;
import org.finplan.platform.problem.ProblemException;

/** What the other concepts ask of the tree. */
@ApplicationScoped
public class Tasks {

    private final TaskRepository repository;
    private final StandingRepository standings;
    private final TaskAccess access;
    private final Outbox outbox;
    private final Clock clock;

    Tasks(TaskRepository repository, StandingRepository standings, TaskAccess access, Outbox outbox, Clock clock) {
        this.repository = repository;
        this.standings = standings;
        this.access = access;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * A leaf that progress is reported on.
     *
     * @param key its key
     * @param clause clause that it comes from
     */
    public record Leaf(TaskKey key, String clause) {}

    /**
     * Finds the node that a request means.
     *
     * @param id id within a plan
     * @param plan plan code, or null when one plan only has the id
     * @return its key
     * @throws ProblemException 404 when there is none, 400 when several plans have the id
     */
    public TaskKey resolve(String id, String plan) {
        List<String> holders = repository.plansWith(id);
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
     * Opens a leaf for a report of a region. It stays locked until the transaction ends.
     *
     * @param key its key
     * @param region region that reports
     * @return the leaf
     * @throws ProblemException when it is no leaf, or does not concern the caller or the region
     */
    public Leaf openForReport(TaskKey key, String region) {
        Task task = repository.lock(key).orElseThrow();
        access.obstacle(TaskAction.REPORT_PROGRESS, task).ifPresent(code -> {
            throw new ProblemException(code, detail(code.title(), key));
        });
        if (!access.regionsOf(key.plan(), task.regions()).concern(region)) {
            throw TaskError.REGION_NOT_CONCERNED.at("/region", region, task.regions());
        }
        return new Leaf(key, task.clause());
    }

    /**
     * Opens the leaf of a report that is reviewed. It stays locked until the transaction ends.
     *
     * @param key its key
     * @return the leaf
     */
    public Leaf openForReview(TaskKey key) {
        return new Leaf(key, repository.lock(key).orElseThrow().clause());
    }

    /**
     * Reckons the status of a leaf again after the standing of a region changed, and tells it when the verified status
     * did.
     *
     * @param key its key; the leaf must be open
     * @param region region that changed
     * @param reason what happened
     */
    public void reckon(TaskKey key, String region, LocalizedText reason) {
        Task task = repository.findById(key);
        LeafStatus rule = access.regionsOf(key.plan(), task.regions()).status();
        TaskStatus before = task.status();
        task.standAt(rule.of(standings.verified(key)), rule.of(standings.claimed(key)));
        if (task.status() != before) {
            boolean flagged = !repository.flagged(List.of(task), RegionSet.ALL).isEmpty();
            TaskStatusChanged data = new TaskStatusChanged(
                    key.plan(),
                    key.id(),
                    task.clause(),
                    before.code(),
                    task.status().code(),
                    flagged,
                    reason,
                    null,
                    region,
                    clock.instant());
            outbox.append(new NewEvent(data, key.aggregate(), "/api/v1/tasks/" + key.id(), region));
        }
    }

    private static LocalizedText detail(LocalizedText title, TaskKey key) {
        return new LocalizedText(title.zh() + "：" + key.id(), title.en() + ": " + key.id());
    }
}
