package org.finplan.tasks.detail;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.planversion.archived.ArchivedPlanError;
import org.finplan.platform.planversion.archived.ArchivedPlans;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.tasks.action.Actions;
import org.finplan.tasks.detail.TaskDetailView.StandingView;
import org.finplan.tasks.evidence.EvidenceState;
import org.finplan.tasks.flag.Flag;
import org.finplan.tasks.flag.Flags;
import org.finplan.tasks.list.TaskSummaryView;
import org.finplan.tasks.milestone.ScheduleView;
import org.finplan.tasks.milestone.Schedules;
import org.finplan.tasks.progress.ReportEvidence;
import org.finplan.tasks.rollup.RollUpView;
import org.finplan.tasks.rollup.RollUps;
import org.finplan.tasks.standing.ReportedStatus;
import org.finplan.tasks.standing.Standing;
import org.finplan.tasks.standing.Standings;
import org.finplan.tasks.task.TaskAccess;
import org.finplan.tasks.task.TaskAction;
import org.finplan.tasks.task.TaskError;
import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.TaskLevel;
import org.finplan.tasks.task.Tasks;
import org.finplan.tasks.task.content.TaskContent;
import org.finplan.tasks.task.content.Wording;
import org.finplan.tasks.task.search.LeafCounts;
import org.finplan.tasks.task.search.TaskSearch;
import org.finplan.tasks.task.search.TaskSnapshot;

/** Puts together what one node shows. */
@ApplicationScoped
public class TaskDetailService {

    private final Tasks tasks;
    private final TaskSearch search;
    private final TaskContent content;
    private final TaskAccess access;
    private final Standings standings;
    private final Flags flags;
    private final RollUps rollUps;
    private final ReportEvidence evidence;
    private final Schedules schedules;
    private final PlanNames names;
    private final ArchivedPlans archived;
    private final RegionScope scope;
    private final Clock clock;

    TaskDetailService(
            Tasks tasks,
            TaskSearch search,
            TaskContent content,
            TaskAccess access,
            Standings standings,
            Flags flags,
            RollUps rollUps,
            ReportEvidence evidence,
            Schedules schedules,
            PlanNames names,
            ArchivedPlans archived,
            RegionScope scope,
            Clock clock) {
        this.tasks = tasks;
        this.search = search;
        this.content = content;
        this.access = access;
        this.standings = standings;
        this.flags = flags;
        this.rollUps = rollUps;
        this.evidence = evidence;
        this.schedules = schedules;
        this.names = names;
        this.archived = archived;
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * Reads the node that a request means.
     *
     * @param id id within a plan
     * @param plan plan code, or null when one plan only has the id
     * @param english whether the reader prefers English
     * @return the node as it is
     */
    @Transactional
    VersionedTask read(String id, String plan, boolean english) {
        return read(tasks.resolve(id, plan), english);
    }

    /**
     * Reads a node. What the transaction changed of it must have been written to the database.
     *
     * @param key key of a node that exists
     * @param english whether the reader prefers English
     * @return the node as it is
     */
    @Transactional
    public VersionedTask read(TaskKey key, boolean english) {
        TaskSnapshot task = search.read(key);
        return task.isLeaf() ? leaf(task, english) : branch(task, english);
    }

    private VersionedTask leaf(TaskSnapshot task, boolean english) {
        RegionSet readable = scope.readable();
        List<Flag> reasons = flags.of(task.key(), readable);
        List<StandingView> reported = standings.of(task.key()).stream()
                .filter(standing -> readable.contains(standing.region()))
                .map(this::standing)
                .toList();
        Map<EvidenceState, Long> states = evidence.of(task.key(), readable);
        return versioned(
                task, null, !reasons.isEmpty(), new Reported(reported, reasons, states, schedules.of(task)), english);
    }

    private VersionedTask branch(TaskSnapshot task, boolean english) {
        Set<TaskKey> flagged = flags.flagged(List.of(task.key().plan()), scope.readable());
        LeafCounts counts = search.countLeaves(List.of(task.key()), flagged).get(task.key());
        return versioned(task, counts, false, new Reported(null, null, null, null), english);
    }

    /** What was reported on a leaf, and how it stands to its schedule; null for a branch. */
    private record Reported(
            @Nullable List<StandingView> standings,
            @Nullable List<Flag> reasons,
            @Nullable Map<EvidenceState, Long> evidence,
            @Nullable ScheduleView schedule) {}

    private VersionedTask versioned(
            TaskSnapshot task, @Nullable LeafCounts leaves, boolean flagged, Reported reported, boolean english) {
        TaskKey key = task.key();
        RollUpView rolledUp =
                leaves == null ? null : rollUps.of(Map.of(key, leaves)).get(key);
        LeafCounts points =
                task.isWorkPoint() ? null : search.countWorkPoints(List.of(key)).get(key);
        long children = task.isWorkPoint() ? 0 : search.countChildren(key);
        TaskSummaryView.Below below = new TaskSummaryView.Below(leaves, points, rolledUp);
        TaskSummaryView summary = TaskSummaryView.of(task, english, flagged, below, BusinessTime.today(clock));
        String tag = EntityTags.of(
                Long.toString(task.version()),
                below + "/" + children + "/" + reported.evidence() + "/" + reported.schedule(),
                english ? "en" : "zh",
                String.valueOf(summary.overdue()));
        return new VersionedTask(detail(task, summary, children, reported), tag);
    }

    private TaskDetailView detail(TaskSnapshot task, TaskSummaryView summary, long children, Reported reported) {
        Actions actions = actions(task);
        List<Wording> earlier = content.earlier(task.key());
        return new TaskDetailView(
                summary,
                names.horizon(task.key().plan()),
                names.clauses(task.key().plan(), task.clause()),
                search.above(task).stream()
                        .map(node -> new TaskDetailView.Named(node.key().id(), node.title()))
                        .toList(),
                children,
                names.links(task),
                task.dueDate() == null && task.dueOrigin().plan() == null ? null : task.dueOrigin(),
                task.annual(),
                task.lead(),
                reported.standings(),
                reported.reasons(),
                reported.evidence(),
                reported.schedule(),
                earlier.isEmpty() ? null : earlier,
                actions.allowed(),
                actions.blocked());
    }

    private Actions actions(TaskSnapshot task) {
        TaskAccess.Node node =
                new TaskAccess.Node(task.retired(), TaskLevel.of(task.level()), task.regions(), task.units());
        Actions actions =
                Actions.of(TaskAction.values(), TaskAction::label, action -> access.obstacle(action, task.key(), node));
        if (task.withdrawn()) {
            return actions.closedBy(TaskError.WITHDRAWN);
        }
        return archived.since().containsKey(task.key().plan())
                ? actions.closedBy(ArchivedPlanError.PLAN_ARCHIVED)
                : actions;
    }

    private StandingView standing(Standing standing) {
        ReportedStatus claimed = standing.claimed();
        ReportedStatus verified = standing.verified();
        return new StandingView(
                names.region(standing.region()),
                claimed.status(),
                claimed.on(),
                verified == null ? null : verified.status(),
                verified == null ? null : verified.on());
    }
}
