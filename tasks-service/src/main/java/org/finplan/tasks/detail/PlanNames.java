package org.finplan.tasks.detail;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.Clause;
import org.finplan.platform.plan.Plan;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.tasks.detail.TaskDetailView.Horizon;
import org.finplan.tasks.detail.TaskDetailView.Links;
import org.finplan.tasks.detail.TaskDetailView.Named;
import org.finplan.tasks.task.Units;
import org.finplan.tasks.task.search.TaskSnapshot;

/** Names what a node refers to, as the plan names it. */
@ApplicationScoped
class PlanNames {

    private final PlanRegister plans;
    private final Units units;

    PlanNames(PlanRegister plans, Units units) {
        this.plans = plans;
        this.units = units;
    }

    /** {@return the span of a plan} */
    Horizon horizon(String code) {
        Plan plan = plans.find(code).orElseThrow().plan();
        return new Horizon(
                code, plan.title(), plan.horizon().start(), plan.horizon().end());
    }

    /** {@return a clause and those around it, outermost first} */
    List<Named> clauses(String plan, String id) {
        Deque<Named> chain = new ArrayDeque<>();
        Optional<Clause> clause = plans.clause(plan, id);
        while (clause.isPresent()) {
            chain.addFirst(new Named(clause.get().id(), clause.get().title()));
            clause = Optional.ofNullable(clause.get().parent()).flatMap(parent -> plans.clause(plan, parent));
        }
        return List.copyOf(chain);
    }

    /** {@return the names of all that a node is linked to} */
    Links links(TaskSnapshot task) {
        String plan = task.key().plan();
        return new Links(
                named(task.regions(), plans::regionName),
                named(task.partnerRegions(), plans::regionName),
                named(task.indicators(), code -> plans.indicatorName(plan, code)),
                named(task.organisations(), code -> organisation(plan, code)),
                task.lead() == null ? null : unit(plan, task.lead().organisation()),
                units(plan, task.responsible()),
                units(plan, task.cooperating()),
                named(task.systems(), code -> plans.systemName(plan, code)));
    }

    private LocalizedText organisation(String plan, String code) {
        return plans.organisationName(plan, code).orElseGet(() -> new LocalizedText(code, code));
    }

    private List<Named> units(String plan, List<String> codes) {
        return codes.stream().map(code -> unit(plan, code)).toList();
    }

    private Named unit(String plan, String code) {
        return new Named(code, units.name(plan, code).orElseGet(() -> new LocalizedText(code, code)));
    }

    /** {@return a region with its name} */
    Named region(String code) {
        return new Named(code, plans.regionName(code));
    }

    private static List<Named> named(List<String> codes, Function<String, LocalizedText> name) {
        return codes.stream().map(code -> new Named(code, name.apply(code))).toList();
    }
}
