package org.finplan.tasks.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.planversion.scope.PlanScope;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.web.paging.Cursor;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.tasks.flag.Flags;
import org.finplan.tasks.milestone.Schedules;
import org.finplan.tasks.rollup.RollUpView;
import org.finplan.tasks.rollup.RollUps;
import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.search.FoundTask;
import org.finplan.tasks.task.search.LeafCounts;
import org.finplan.tasks.task.search.TaskFilter;
import org.finplan.tasks.task.search.TaskPosition;
import org.finplan.tasks.task.search.TaskSearch;
import org.finplan.tasks.task.search.TaskSnapshot;

/** Pages through the trees. */
@ApplicationScoped
class TaskListService {

    private final TaskSearch search;
    private final Flags flags;
    private final RollUps rollUps;
    private final Schedules schedules;
    private final PlanRegister plans;
    private final PlanScope planScope;
    private final RegionScope scope;
    private final Clock clock;

    TaskListService(
            TaskSearch search,
            Flags flags,
            RollUps rollUps,
            Schedules schedules,
            PlanRegister plans,
            PlanScope planScope,
            RegionScope scope,
            Clock clock) {
        this.search = search;
        this.flags = flags;
        this.rollUps = rollUps;
        this.schedules = schedules;
        this.plans = plans;
        this.planScope = planScope;
        this.scope = scope;
        this.clock = clock;
    }

    @Transactional
    Page<TaskSummaryView> list(TaskListParameters parameters, PageParameters paging, boolean english) {
        TaskFilter filter = parameters.filter(plans, planScope, scope.readable(), schedules);
        TaskPosition after = paging.after().map(TaskListService::position).orElse(null);
        Set<TaskKey> flagged = flags.flagged(filter.plans(), scope.readable());
        boolean best = parameters.byRelevance();
        List<FoundTask> rows = best
                ? search.best(filter, flagged, after, paging.limit() + 1)
                : search.list(filter, flagged, after, paging.limit() + 1).stream()
                        .map(task -> new FoundTask(task, 0))
                        .toList();
        Long total = paging.countsExactly() ? search.count(filter, flagged) : null;
        Page<TaskSnapshot> page = Page.of(rows, paging.limit(), task -> cursor(paging, task.position()), total)
                .map(FoundTask::task);
        Map<TaskKey, LeafCounts> counts = search.countLeaves(keys(page.items(), task -> !task.isLeaf()), flagged);
        Map<TaskKey, LeafCounts> points = search.countWorkPoints(keys(page.items(), task -> !task.isWorkPoint()));
        Map<TaskKey, RollUpView> rolledUp = rollUps.of(counts);
        LocalDate today = BusinessTime.today(clock);
        return page.map(task -> TaskSummaryView.of(
                task,
                english,
                flagged.contains(task.key()),
                new TaskSummaryView.Below(counts.get(task.key()), points.get(task.key()), rolledUp.get(task.key())),
                today));
    }

    private static List<TaskKey> keys(List<TaskSnapshot> tasks, Predicate<TaskSnapshot> which) {
        return tasks.stream().filter(which).map(TaskSnapshot::key).toList();
    }

    private static String cursor(PageParameters paging, TaskPosition position) {
        return paging.cursor(Integer.toString(position.found()), position.plan(), Integer.toString(position.ordinal()));
    }

    /** A cursor is not signed: its keys may be anything. */
    private static TaskPosition position(List<String> keys) {
        try {
            return new TaskPosition(Integer.parseInt(keys.get(0)), keys.get(1), Integer.parseInt(keys.get(2)));
        } catch (NumberFormatException | IndexOutOfBoundsException notOurs) {
            throw Cursor.invalid(String.join(" ", keys));
        }
    }
}
