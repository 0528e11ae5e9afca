package org.finplan.risk.rule;

import java.util.Optional;

/** What the rule book says of the rules that judge by the plan, or by the guarantee chains of a city. */
public interface PlanRules {

    /**
     * Finds a rule that is in force.
     *
     * @param code its code
     * @return its version and levels, empty when it is not in force: then nothing is judged by it
     */
    Optional<PlanTerms> terms(String code);
}
