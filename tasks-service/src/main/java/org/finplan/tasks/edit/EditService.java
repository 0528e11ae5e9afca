package org.finplan.tasks.edit;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.planversion.archived.ArchivedPlans;
import org.finplan.platform.planversion.scope.PlanScope;
import org.finplan.platform.problem.Problem;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.tasks.edit.Draft.Asked;
import org.finplan.tasks.flag.Flags;
import org.finplan.tasks.list.TaskListParameters;
import org.finplan.tasks.milestone.Schedules;
import org.finplan.tasks.task.TaskError;
import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.Tasks;
import org.finplan.tasks.task.edit.DueRule;
import org.finplan.tasks.task.edit.EditError;
import org.finplan.tasks.task.edit.EditableTask;
import org.finplan.tasks.task.edit.TaskEdits;
import org.finplan.tasks.task.search.TaskFilter;
import org.finplan.tasks.task.search.TaskSearch;
import org.finplan.tasks.task.search.TaskSnapshot;

/**
 * Changes many tasks in the transaction of the resource, all or none: shows what would become of them, or applies what was
 * shown. The number of statements does not grow with the number of tasks.
 */
@ApplicationScoped
class EditService {

    private static final String ATOMIC = "atomic";

    /** So many tasks are named in the audit record. */
    private static final int NAMED = 20;

    private final Tasks tasks;
    private final TaskEdits edits;
    private final TaskSearch search;
    private final Flags flags;
    private final Schedules schedules;
    private final PlanRegister plans;
    private final PlanScope planScope;
    private final RegionScope scope;
    private final ArchivedPlans archived;
    private final EditedUnits units;
    private final AuditTrail audit;

    EditService(
            Tasks tasks,
            TaskEdits edits,
            TaskSearch search,
            Flags flags,
            Schedules schedules,
            PlanRegister plans,
            PlanScope planScope,
            RegionScope scope,
            ArchivedPlans archived,
            EditedUnits units,
            AuditTrail audit) {
        this.tasks = tasks;
        this.edits = edits;
        this.search = search;
        this.flags = flags;
        this.schedules = schedules;
        this.plans = plans;
        this.planScope = planScope;
        this.scope = scope;
        this.archived = archived;
        this.units = units;
        this.audit = audit;
    }

    /**
     * Changes tasks.
     *
     * @param parameters the plan, and which of its tasks are meant by one change for all
     * @param dryRun whether it is only shown
     * @param request the changes
     * @param english whether the reader prefers English
     * @return what became of them, or would
     * @throws ProblemException 412 with every task that changed meanwhile, 422 with every place that is wrong, 428 when no dry
     *     run is named
     */
    EditResult edit(TaskListParameters parameters, boolean dryRun, EditRequest request, boolean english) {
        TaskFilter filter = parameters.filter(plans, planScope, scope.readable(), schedules);
        String plan = plan(filter, request);
        String city = plans.city(plan);
        scope.requireWritable(city);
        archived.requireOpen(plan);
        if (!dryRun && (request.basis() == null || request.basis().isBlank())) {
            throw basisMissing();
        }
        List<Asked> asked = asked(filter, request);
        List<String> ids = asked.stream().map(Asked::task).distinct().toList();
        Map<String, EditableTask> stored = dryRun ? edits.read(plan, ids) : edits.lock(plan, ids);
        Draft draft = Draft.of(
                asked,
                stored,
                units.faults(plan, request),
                new DueRule(plans.find(plan).orElseThrow().plan().horizon().start()));
        Basis basis = new Basis(draft.tasks());
        if (!dryRun) {
            requireAsShown(draft, basis, asked, request.basis());
            List<EditableTask> changed = draft.tasks().stream()
                    .filter(EditedTask::changes)
                    .map(EditedTask::after)
                    .toList();
            edits.write(plan, changed);
            units.tell(draft.tasks());
            audit.record("task.edit", "/api/v1/tasks:edit?plan=" + plan, city, account(changed, request.reason()));
        }
        return result(draft, basis, dryRun, english);
    }

    /** The plan that is named, the only one there is, or the only one that has the first task. */
    private String plan(TaskFilter filter, EditRequest request) {
        if (filter.plans().size() == 1) {
            return filter.plans().get(0);
        }
        if (request.edits() == null || request.edits().isEmpty()) {
            throw TaskError.PLAN_REQUIRED.at("?plan", "", filter.plans());
        }
        return tasks.resolve(request.edits().get(0).task(), null).plan();
    }

    private List<Asked> asked(TaskFilter filter, EditRequest request) {
        List<TaskEditInput> single = request.edits() == null ? List.of() : request.edits();
        if (single.isEmpty() == (request.change() == null)) {
            throw EditError.EDITS_OR_CHANGE.at(single.isEmpty() ? "/edits" : "/change", null, List.of());
        }
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < single.size(); i++) {
            TaskEditInput edit = single.get(i);
            asked.add(new Asked("/edits/" + i, edit.task(), edit.version(), edit.change()));
        }
        if (request.change() != null) {
            found(filter)
                    .forEach(task -> asked.add(new Asked(
                            "/change", task.key().id(), null, request.change().change())));
        }
        return asked;
    }

    /** What takes no more writes is not meant by a change for all. */
    private List<TaskSnapshot> found(TaskFilter filter) {
        Set<TaskKey> flagged = flags.flagged(filter.plans(), scope.readable());
        List<TaskSnapshot> found = search.list(filter, flagged, null, EditRequest.MOST + 1);
        if (found.size() > EditRequest.MOST) {
            throw EditError.TOO_MANY_TASKS.at("/change", null, List.of("1 … " + EditRequest.MOST));
        }
        return found.stream()
                .filter(task -> !task.retired() && !task.withdrawn())
                .toList();
    }

    private static void requireAsShown(Draft draft, Basis basis, List<Asked> asked, String shown) {
        if (!draft.stale().isEmpty()) {
            throw changedMeanwhile(draft.stale());
        }
        if (!draft.faults().isEmpty()) {
            throw new ProblemException(EditError.EDIT_REFUSED, EditError.EDIT_REFUSED.title(), draft.faults());
        }
        if (!basis.text().equals(shown)) {
            List<String> different = basis.differentFrom(shown).stream()
                    .map(task -> task.before().id())
                    .toList();
            List<ProblemError> places = asked.stream()
                    .filter(one -> different.contains(one.task()))
                    .map(one -> Draft.place(one, "", one.task(), WebError.PRECONDITION_FAILED, List.of()))
                    .toList();
            throw changedMeanwhile(places.isEmpty() ? List.of(basisStale()) : places);
        }
    }

    private static ProblemException changedMeanwhile(List<ProblemError> places) {
        LocalizedText text = new LocalizedText(
                "预览之后任务已有变化，全部未更改；请重新预览。", "Tasks have changed since, so none was changed; do the dry run again.");
        return new ProblemException(WebError.PRECONDITION_FAILED, text, places);
    }

    private static ProblemError basisStale() {
        return new ProblemError(
                "/basis",
                null,
                WebError.PRECONDITION_FAILED.code(),
                new LocalizedText("预览中的任务已不全在范围内。", "Tasks that were shown are no longer among them."),
                List.of());
    }

    private static ProblemException basisMissing() {
        LocalizedText text = new LocalizedText(
                "请先以 dryRun=true 预览，再带上所得的 basis 提交。", "Do a dry run first (dryRun=true) and send its basis.");
        return new ProblemException(
                WebError.PRECONDITION_REQUIRED,
                text,
                List.of(new ProblemError("/basis", null, WebError.PRECONDITION_REQUIRED.code(), text, List.of())));
    }

    private static String account(List<EditableTask> changed, @Nullable String reason) {
        String named = String.join(
                ", ", changed.stream().limit(NAMED).map(EditableTask::id).toList());
        String rest = changed.size() > NAMED ? ", …" : "";
        return changed.size() + ": " + named + rest + (reason == null ? "" : "; " + reason);
    }

    private static EditResult result(Draft draft, Basis basis, boolean dryRun, boolean english) {
        List<ProblemError> errors = draft.errors();
        boolean rejected = !errors.isEmpty();
        int revised = (int) draft.tasks().stream().filter(EditedTask::changes).count();
        int rejectedTasks =
                (int) errors.stream().map(ProblemError::pointer).distinct().count();
        return new EditResult(
                Identifiers.next(),
                rejected ? "rejected" : "completed",
                ATOMIC,
                dryRun,
                rejected ? null : basis.text(),
                new EditResult.Counts(0, rejected ? 0 : revised, draft.tasks().size() - revised, rejectedTasks, 0),
                draft.tasks().stream().map(task -> item(task, dryRun, english)).toList(),
                errors.stream().map(error -> place(error, english)).toList(),
                List.of(),
                List.of());
    }

    private static EditResult.Item item(EditedTask task, boolean dryRun, boolean english) {
        EditableTask before = task.before();
        long version = before.version() + (!dryRun && task.changes() ? 1 : 0);
        return new EditResult.Item(before.id(), before.says().title().in(english), version, task.fields());
    }

    private static Problem.Place place(ProblemError error, boolean english) {
        return new Problem.Place(
                error.pointer(), error.value(), error.code(), error.message().in(english), error.accepted());
    }
}
