package org.finplan.risk.rulebook.run;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A run of the rule book.
 *
 * @param id id
 * @param ruleSet number of what was in force
 * @param trigger asked by a person, or a report
 * @param startedBy who asked, or reported
 * @param startedAt when it began
 * @param finishedAt when it ended
 * @param institutions institutions judged
 * @param results results, one for each rule, counterpart and period
 * @param changed results that are not as they were
 * @param warned subjects whose newest result warns
 * @param failures how many institutions each rule failed on, by its code; the other rules went on
 */
@Schema(name = "RuleRun")
record RuleRun(
        UUID id,
        long ruleSet,
        String trigger,
        String startedBy,
        Instant startedAt,
        Instant finishedAt,
        int institutions,
        int results,
        int changed,
        int warned,
        Map<String, Integer> failures) {}
