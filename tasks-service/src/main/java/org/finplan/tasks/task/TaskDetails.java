package org.finplan.tasks.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.Clause;
import org.finplan.platform.plan.Plan;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.tasks.flag.Flag;
import org.finplan.tasks.flag.Flags;
import org.finplan.tasks.plan.PlanRegister;
import org.finplan.tasks.task.StandingRepository.Pair;
import org.finplan.tasks.task.TaskDetail.Horizon;
import org.finplan.tasks.task.TaskDetail.Links;
import org.finplan.tasks.task.TaskDetail.Named;
import org.finplan.tasks.task.TaskDetail.RegionStanding;
import org.finplan.tasks.task.TaskRepository.Tally;

/** Puts together what one node shows. */
@ApplicationScoped
class TaskDetails {

    private final TaskRepository tasks;
    private final StandingRepository standings;
    private final Flags flags;
    private final PlanRegister plans;
    private final TaskAccess access;

    TaskDetails(
            TaskRepository tasks, StandingRepository standings, Flags flags, PlanRegister plans, TaskAccess access) {
        this.tasks = tasks;
        this.standings = standings;
        this.flags = flags;
        this.plans = plans;
        this.access = access;
    }

    /**
     * A node as it is shown, with the tag of that.
     *
     * @param detail what is shown
     * @param tag changes whenever the node or a leaf below it does, and with the language
     */
    record Versioned(TaskDetail detail, String tag) {

        private static Versioned of(TaskDetail detail, long version, boolean english) {
            return new Versioned(detail, EntityTags.of(Long.toString(version), english ? "en" : "zh"));
        }
    }

    Versioned of(Task task, boolean english) {
        return task.leaf() ? leaf(task, english) : branch(task, english);
    }

    private Versioned leaf(Task task, boolean english) {
        RegionSet readable = access.readable();
        List<Flag> reasons = flags.of(task.plan(), task.id(), readable);
        List<RegionStanding> said = standings.of(task.key()).stream()
                .filter(pair -> readable.contains(pair.claimed().region()))
                .map(this::standing)
                .toList();
        TaskSummary summary = TaskSummary.of(task, english, !reasons.isEmpty(), null);
        return Versioned.of(detail(task, summary, 0, said, reasons), task.version(), english);
    }

    private Versioned branch(Task task, boolean english) {
        Tally tally = tasks.counts(List.of(task), access.readable()).get(task.key());
        TaskSummary summary = TaskSummary.of(task, english, false, tally.counts());
        return Versioned.of(
                detail(task, summary, tasks.children(task.key()), null, null),
                task.version() + tally.versions(),
                english);
    }

    private TaskDetail detail(
            Task task, TaskSummary summary, long children, List<RegionStanding> said, List<Flag> reasons) {
        List<String> allowed = new ArrayList<>();
        List<BlockedAction> blocked = new ArrayList<>();
        for (TaskAction action : TaskAction.values()) {
            Optional<ErrorCode> obstacle = access.obstacle(action, task);
            obstacle.ifPresentOrElse(
                    code -> blocked.add(new BlockedAction(action.label(), code.title())),
                    () -> allowed.add(action.label()));
        }
        return new TaskDetail(
                summary,
                horizon(task.plan()),
                clauses(task),
                tasks.above(task).stream()
                        .map(node -> new Named(node.id(), node.title()))
                        .toList(),
                children,
                links(task),
                task.lead(),
                said,
                reasons,
                allowed,
                blocked);
    }

    private Horizon horizon(String code) {
        Plan plan = plans.find(code).orElseThrow().plan();
        return new Horizon(
                code, plan.title(), plan.horizon().start(), plan.horizon().end());
    }

    private List<Named> clauses(Task task) {
        Deque<Named> chain = new ArrayDeque<>();
        Optional<Clause> clause = plans.clause(task.plan(), task.clause());
        while (clause.isPresent()) {
            chain.addFirst(new Named(clause.get().id(), clause.get().title()));
            clause = Optional.ofNullable(clause.get().parent()).flatMap(id -> plans.clause(task.plan(), id));
        }
        return List.copyOf(chain);
    }

    private Links links(Task task) {
        return new Links(
                task.regions().stream().map(this::region).toList(),
                task.partnerRegions().stream().map(this::region).toList(),
                task.indicators().stream()
                        .map(code -> new Named(code, plans.indicatorName(task.plan(), code)))
                        .toList(),
                task.organisations().stream()
                        .map(code -> new Named(
                                code,
                                plans.organisationName(task.plan(), code)
                                        .orElseGet(() -> new LocalizedText(code, code))))
                        .toList(),
                task.systems().stream()
                        .map(code -> new Named(code, plans.systemName(task.plan(), code)))
                        .toList());
    }

    private RegionStanding standing(Pair pair) {
        Standing verified = pair.verified();
        return new RegionStanding(
                region(pair.claimed().region()),
                pair.claimed().status(),
                pair.claimed().on(),
                verified == null ? null : verified.status(),
                verified == null ? null : verified.on());
    }

    private Named region(String code) {
        LocalizedText name = plans.regionName(code);
        return new Named(code, name);
    }
}
