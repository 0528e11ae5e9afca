package org.finplan.tasks.workpoint;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.tasks.detail.TaskDetailService;
import org.finplan.tasks.detail.VersionedTask;
import org.finplan.tasks.task.LeafRegions;
import org.finplan.tasks.task.TaskError;
import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.TaskLevel;
import org.finplan.tasks.task.Tasks;
import org.finplan.tasks.task.edit.DueRule;
import org.finplan.tasks.task.edit.EditError;
import org.finplan.tasks.task.edit.EditableTask;
import org.finplan.tasks.task.edit.EditableTask.Says;
import org.finplan.tasks.task.edit.NewWorkPoint;
import org.finplan.tasks.task.edit.TaskEdits;

/** Makes, changes and withdraws work points. Runs in the caller's transaction. */
@ApplicationScoped
class WorkPointService {

    private final Tasks tasks;
    private final TaskEdits edits;
    private final TaskDetailService details;
    private final PlanRegister plans;
    private final RegionScope scope;
    private final AuditTrail audit;

    WorkPointService(
            Tasks tasks,
            TaskEdits edits,
            TaskDetailService details,
            PlanRegister plans,
            RegionScope scope,
            AuditTrail audit) {
        this.tasks = tasks;
        this.edits = edits;
        this.details = details;
        this.plans = plans;
        this.scope = scope;
        this.audit = audit;
    }

    /**
     * Makes a work point.
     *
     * @param id id of the measure within a plan
     * @param plan plan code, or null when one plan only has the id
     * @param request what it says
     * @param english whether the reader prefers English
     * @return the work point
     */
    VersionedTask make(String id, @Nullable String plan, WorkPointRequest request, boolean english) {
        EditableTask measure = open(tasks.resolve(id, plan));
        if (measure.level() != TaskLevel.MEASURE) {
            throw TaskError.NOT_A_MEASURE.at("path:id", id, List.of());
        }
        PlanPackage read = plans.find(measure.key().plan()).orElseThrow();
        requireYear(read, request.year());
        Says says = says(read, measure, request.content());
        requireDue(read, request.year(), request.dueDate());
        TaskKey made = edits.make(new NewWorkPoint(measure.key(), request.year(), says, request.dueDate()));
        audit.record(
                "task.make-work-point", made.path(), read.city(), says.title().zh());
        return details.read(made, english);
    }

    /**
     * Changes what a work point says.
     *
     * @param id its id within a plan
     * @param plan plan code, or null when one plan only has the id
     * @param ifMatch the header {@code If-Match}, or null
     * @param request what it says from now on
     * @param english whether the reader prefers English
     * @return the work point
     */
    VersionedTask revise(
            String id,
            @Nullable String plan,
            @Nullable String ifMatch,
            WorkPointRevisionRequest request,
            boolean english) {
        EditableTask point = openWorkPoint(id, plan, ifMatch, english);
        TaskKey key = point.key();
        PlanPackage read = plans.find(key.plan()).orElseThrow();
        Says says = says(read, measureOf(point), request.content());
        requireDue(read, point.year(), request.dueDate());
        EditableTask next = point.saying(says).withDue(request.dueDate());
        if (!next.equals(point)) {
            edits.write(key.plan(), List.of(next));
            audit.record(
                    "task.revise-work-point",
                    key.path(),
                    read.city(),
                    says.title().zh());
        }
        return details.read(key, english);
    }

    /**
     * Takes a work point back.
     *
     * @param id its id within a plan
     * @param plan plan code, or null when one plan only has the id
     * @param ifMatch the header {@code If-Match}, or null
     * @param reason why
     * @param english whether the reader prefers English
     * @return the work point, closed to writing
     */
    VersionedTask withdraw(String id, @Nullable String plan, @Nullable String ifMatch, String reason, boolean english) {
        TaskKey key = openWorkPoint(id, plan, ifMatch, english).key();
        edits.withdraw(key, reason.strip());
        audit.record("task.withdraw-work-point", key.path(), plans.city(key.plan()), reason.strip());
        return details.read(key, english);
    }

    private EditableTask openWorkPoint(String id, @Nullable String plan, @Nullable String ifMatch, boolean english) {
        EditableTask point = open(tasks.resolve(id, plan));
        Preconditions.requireMatch(ifMatch, details.read(point.key(), english).tag());
        if (point.level() != TaskLevel.WORK_POINT) {
            throw TaskError.NOT_A_WORK_POINT.at("path:id", id, List.of());
        }
        return point;
    }

    /** Locks a node for the city of its plan. */
    private EditableTask open(TaskKey key) {
        scope.requireWritable(plans.city(key.plan()));
        tasks.lock(key);
        return edits.read(key.plan(), List.of(key.id())).get(key.id());
    }

    /** What stands before the tilde of the id of a work point is the id of its measure. */
    private EditableTask measureOf(EditableTask point) {
        String measure = point.id().substring(0, point.id().lastIndexOf('~'));
        return edits.read(point.key().plan(), List.of(measure)).get(measure);
    }

    private Says says(PlanPackage read, EditableTask measure, WorkPointContent content) {
        List<String> regions = content.regions() == null || content.regions().isEmpty()
                ? measure.says().regions()
                : content.regions().stream().distinct().toList();
        LeafRegions concerned = new LeafRegions(measure.says().regions(), read.city(), plans.regions());
        for (int i = 0; i < regions.size(); i++) {
            requireRegion(read, concerned, regions.get(i), "/regions/" + i);
        }
        List<String> indicators = content.indicators() == null
                ? List.of()
                : content.indicators().stream().distinct().toList();
        requireIndicators(read, indicators);
        WorkPointText summary = content.summary() == null ? content.title() : content.summary();
        return new Says(content.title().text(), summary.text(), regions, indicators);
    }

    private void requireRegion(PlanPackage read, LeafRegions concerned, String region, String pointer) {
        if (!plans.territory(read.plan().code()).contains(region)) {
            throw EditError.UNKNOWN_REGION.at(
                    pointer,
                    region,
                    plans.territory(read.plan().code()).stream().sorted().toList());
        }
        if (!concerned.concern(region)) {
            throw TaskError.REGION_NOT_CONCERNED.at(pointer, region, concerned.concerned());
        }
    }

    private static void requireIndicators(PlanPackage read, List<String> indicators) {
        List<String> known =
                read.indicators().stream().map(IndicatorDefinition::code).toList();
        for (int i = 0; i < indicators.size(); i++) {
            if (!known.contains(indicators.get(i))) {
                throw EditError.UNKNOWN_INDICATOR.at("/indicators/" + i, indicators.get(i), known);
            }
        }
    }

    private static void requireYear(PlanPackage read, int year) {
        int first = read.plan().horizon().start().getYear();
        int last = read.plan().horizon().end().getYear();
        if (year < first || year > last) {
            throw EditError.YEAR_NOT_IN_PLAN.at(
                    "/year",
                    Integer.toString(year),
                    IntStream.rangeClosed(first, last)
                            .mapToObj(Integer::toString)
                            .toList());
        }
    }

    private static void requireDue(PlanPackage read, int year, @Nullable LocalDate due) {
        Optional<ProblemException> problem = new DueRule(read.plan().horizon().start())
                .check(year, due)
                .map(fault -> fault.error().at("/dueDate", String.valueOf(due), fault.accepted()));
        if (problem.isPresent()) {
            throw problem.get();
        }
    }
}
