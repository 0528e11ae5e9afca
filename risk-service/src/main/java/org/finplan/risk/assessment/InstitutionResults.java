package org.finplan.risk.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.finplan.risk.rule.Finding;

/**
 * What rules say of an institution, worked out when it is asked for: a result that says that all is well is not stored. The same
 * figures and the same rules give the same results as when it was judged.
 */
public interface InstitutionResults {

    /**
     * The results of the last judgement.
     *
     * @param ruleSet number of what was in force
     * @param cause id of the run or report that asked for it
     * @param at when it was judged
     * @param findings one for each rule, counterpart and period
     */
    record LastJudgement(long ruleSet, UUID cause, Instant at, List<Finding> findings) {}

    /**
     * Works results out, in the transaction of the caller.
     *
     * @param institution unified social credit code
     * @return the results; empty when the caller sees no such institution, or it was never judged
     */
    Optional<LastJudgement> of(String institution);
}
