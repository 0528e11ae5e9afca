package org.finplan.indicators.plan;

import java.util.Optional;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.PlanPackage;

/** The parameters of requests that name a period of a plan. */
public final class PlanParameters {

    /** The notation for all years of a plan, where it is known which plan is meant. */
    public static final String WHOLE_PLAN = "PLAN";

    private PlanParameters() {}

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
