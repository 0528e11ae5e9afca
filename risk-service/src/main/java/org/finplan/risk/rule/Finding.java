package org.finplan.risk.rule;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * One application of a rule to one figure: the verdict and all it rests on.
 *
 * @param subject what was judged
 * @param ruleVersion version of the rule that judged
 * @param period period of the figure, in the notation of the API
 * @param actual the figure that was judged, or null when there is none
 * @param expected the figure it was held against, or null when there is none
 * @param gap actual less expected, or null when one of them is missing
 * @param unit unit code of all three
 * @param clause clause of the plan that sets the expectation, or null when the plan sets none
 * @param event id of the event that brought the figure
 * @param verdict what the rule says
 */
public record Finding(
        Subject subject,
        int ruleVersion,
        String period,
        Figure actual,
        Figure expected,
        BigDecimal gap,
        String unit,
        String clause,
        UUID event,
        Verdict verdict) {}
