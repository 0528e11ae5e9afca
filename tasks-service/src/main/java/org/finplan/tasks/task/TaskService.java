package org.finplan.tasks.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.web.paging.Cursor;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.tasks.plan.PlanRegister;
import org.finplan.tasks.task.TaskRepository.Place;
import org.finplan.tasks.task.TaskRepository.Tally;

/** Answers questions about the trees. */
@ApplicationScoped
class TaskService {

    private final TaskRepository tasks;
    private final TaskDetails details;
    private final PlanRegister plans;
    private final RegionScope scope;

    TaskService(TaskRepository tasks, TaskDetails details, PlanRegister plans, RegionScope scope) {
        this.tasks = tasks;
        this.details = details;
        this.plans = plans;
        this.scope = scope;
    }

    @Transactional
    Page<TaskSummary> list(TaskParameters parameters, PageParameters paging, boolean english) {
        TaskFilter filter = parameters.filter(plans);
        RegionSet readable = scope.readable();
        Place after = paging.after().map(TaskService::place).orElse(null);
        List<Task> rows = tasks.search(filter, readable, after, paging.limit() + 1);
        Long total = paging.countsExactly() ? tasks.count(filter, readable) : null;
        Page<Task> page = Page.of(
                rows, paging.limit(), task -> paging.cursor(task.plan(), Integer.toString(task.ordinal())), total);
        Set<TaskKey> flagged = tasks.flagged(page.items(), readable);
        Map<TaskKey, Tally> tallies =
                tasks.counts(page.items().stream().filter(task -> !task.leaf()).toList(), readable);
        return page.map(task -> TaskSummary.of(
                task,
                english,
                flagged.contains(task.key()),
                Optional.ofNullable(tallies.get(task.key())).map(Tally::counts).orElse(null)));
    }

    @Transactional
    TaskDetails.Versioned detail(TaskKey key, boolean english) {
        return details.of(tasks.findByIdOptional(key).orElseThrow(), english);
    }

    /** A cursor is not signed: its keys may be anything. */
    private static Place place(List<String> keys) {
        try {
            return new Place(keys.get(0), Integer.parseInt(keys.get(1)));
        } catch (NumberFormatException | IndexOutOfBoundsException notOurs) {
            throw Cursor.invalid(String.join(" ", keys));
        }
    }
}
