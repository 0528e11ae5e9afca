package org.finplan.tasks.register;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.PlanInForce;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.register.RegisterDefinition;
import org.finplan.platform.planversion.archived.ArchivedPlans;
import org.finplan.platform.planversion.scope.PlanScope;
import org.finplan.platform.problem.ProblemException;
import org.finplan.tasks.task.TaskError;

/** Finds the registers of the plans that the caller sees. */
@ApplicationScoped
public class Registers {

    private final PlanRegister plans;
    private final PlanScope scope;
    private final ArchivedPlans archived;

    Registers(PlanRegister plans, PlanScope scope, ArchivedPlans archived) {
        this.plans = plans;
        this.scope = scope;
        this.archived = archived;
    }

    /**
     * Lists registers.
     *
     * @param plan plan code, or null for all plans of the caller
     * @return what the plans in force ask for, in the order of the packages
     * @throws ProblemException 400 when no such plan is loaded, 404 when it belongs to a city that the caller does not read
     */
    List<Register> all(@Nullable String plan) {
        checkPlan(plan);
        return scope.packages().stream()
                .filter(read -> plan == null || read.plan().code().equals(plan))
                .flatMap(read -> read.registers().stream().map(row -> new Register(read, row, false)))
                .toList();
    }

    /**
     * Finds the register that a request means.
     *
     * @param code code of the register
     * @param plan plan code, or null when one plan only has the register
     * @return the register, a retired one as well
     * @throws ProblemException 404 when there is none in the plans of the caller, 400 when several of these have it
     */
    public Register require(String code, @Nullable String plan) {
        checkPlan(plan);
        List<String> seen = scope.codes();
        List<Register> holders = plans.plans().stream()
                .filter(inForce -> plan == null
                        ? seen.contains(inForce.code())
                        : inForce.code().equals(plan))
                .flatMap(inForce -> in(inForce, code).stream())
                .toList();
        if (holders.size() > 1) {
            throw TaskError.PLAN_REQUIRED.at(
                    "?plan", "", holders.stream().map(Register::plan).toList());
        }
        return holders.stream().findFirst().orElseThrow(() -> notFound(code));
    }

    /**
     * Refuses a write to what is closed.
     *
     * @param register the register
     * @throws ProblemException 409 when it is retired, or its plan archived
     */
    public void requireOpen(Register register) {
        archived.requireOpen(register.plan());
        if (register.retired()) {
            throw RegisterError.RETIRED.problem();
        }
    }

    private void checkPlan(@Nullable String plan) {
        if (plan != null && plans.find(plan).isEmpty()) {
            throw TaskError.UNKNOWN_PLAN.at("?plan", plan, scope.codes());
        }
        scope.refuseAnothers(plan);
    }

    private static Optional<Register> in(PlanInForce inForce, String code) {
        Optional<RegisterDefinition> now = inForce.read().register(code);
        return now.or(() -> former(inForce, code))
                .map(definition -> new Register(inForce.read(), definition, now.isEmpty()));
    }

    private static Optional<RegisterDefinition> former(PlanInForce inForce, String code) {
        return inForce.former().stream()
                .flatMap(read -> Stream.ofNullable(read.register(code).orElse(null)))
                .findFirst();
    }

    private static ProblemException notFound(String code) {
        return new ProblemException(
                RegisterError.REGISTER_NOT_FOUND,
                new LocalizedText("没有台账 " + code + "。", "There is no register " + code + "."));
    }
}
