package org.finplan.risk.rulebook.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What another version of a rule would change, by all that was reported until now.
 *
 * @param rule code of the rule
 * @param published version in force; absent when there is none
 * @param candidate version on its way, or the one in force when none is
 * @param state how far the candidate is
 * @param institutions institutions judged
 * @param results results of the candidate, all periods
 * @param undecided results of the candidate that decide nothing
 * @param failed institutions on which the candidate failed to run
 * @param unchanged subjects whose newest result warns as before, or does not
 * @param warnedMore who would be warned, or at a higher level, by the newest period; the first 500
 * @param warnedLess who would no more be warned, or at a lower level; the first 500
 */
@Schema(name = "RuleComparison")
record RuleComparison(
        String rule,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer published,
        int candidate,
        String state,
        int institutions,
        int results,
        int undecided,
        int failed,
        int unchanged,
        List<Difference> warnedMore,
        List<Difference> warnedLess) {

    /**
     * Who would be warned differently.
     *
     * @param institution unified social credit code
     * @param counterpart the borrower, group or loan class; absent for the institution as a whole
     * @param period newest period that the candidate decides, or else the version in force
     * @param before level by the version in force; absent when it does not warn
     * @param after level by the candidate; absent when it does not warn
     */
    @Schema(name = "RuleDifference")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Difference(
            String institution,
            @Nullable String counterpart,
            String period,
            @Nullable String before,
            @Nullable String after) {}
}
