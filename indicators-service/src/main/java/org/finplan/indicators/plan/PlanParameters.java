package org.finplan.indicators.plan;

import java.util.Optional;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.problem.ProblemException;

/** The parameters of requests that name a plan, or a period of one. */
public final class PlanParameters {

    /** The notation for all years of a plan, where it is known which plan is meant. */
    public static final String WHOLE_PLAN = "PLAN";

    private PlanParameters() {}

    /**
     * The plan that the query parameter {@code plan} names.
     *
     * @param register the loaded plans
     * @param code what was sent, or null
     * @return the plan
     * @throws ProblemException 400 when no such plan is loaded
     */
    public static PlanPackage require(PlanRegister register, String code) {
        return register.find(code == null ? "" : code)
                .orElseThrow(() -> ProblemException.invalidParameter("plan", code, register.codes()));
    }

    /**
     * Reads a period where it is known which plan is meant.
     *
     * @param plan the plan
     * @param text a notation of the API, or {@link #WHOLE_PLAN} for first to last year of the plan
     * @return the period, empty when the text is none
     */
    public static Optional<Period> period(PlanPackage plan, String text) {
        return text.equals(WHOLE_PLAN) ? Optional.of(plan.plan().horizon()) : Period.find(text);
    }
}
