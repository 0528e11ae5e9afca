package org.finplan.risk.rulebook.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.web.precondition.EntityTags;

/**
 * A run of the rule book.
 *
 * @param id id
 * @param state queued, running, done, cancelled or failed
 * @param progress share of it that is done, 0 to 1
 * @param checkpoint from where another instance of the program would go on
 * @param ruleSet number of what was in force when it was asked for; the whole run judges by it
 * @param trigger asked by a person, or a report
 * @param startedBy who asked, or reported
 * @param startedAt when it was asked for
 * @param finishedAt when it ended; absent while it has not
 * @param result what it found until now
 */
@Schema(name = "RuleRun")
record RuleRun(
        UUID id,
        String state,
        double progress,
        Checkpoint checkpoint,
        long ruleSet,
        String trigger,
        String startedBy,
        Instant startedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant finishedAt,
        Result result) {

    /**
     * Where a run is.
     *
     * @param done parts that are judged
     * @param of parts that there are; 0 while they are not known
     */
    @Schema(name = "RuleRunCheckpoint")
    record Checkpoint(int done, int of) {}

    /**
     * What a run found.
     *
     * @param institutions institutions judged
     * @param results results, one for each rule, counterpart and period
     * @param changed findings that are not as they were
     * @param warned subjects whose newest result warns
     * @param failures how many institutions each rule failed on, by its code; the other rules went on
     * @param unreadable codes of rules in force whose stored text the program cannot read; they judged nothing
     */
    @Schema(name = "RuleRunResult")
    record Result(
            int institutions,
            long results,
            int changed,
            int warned,
            Map<String, Integer> failures,
            List<String> unreadable) {}

    /** {@return its ETag, which changes with its state} */
    @JsonIgnore
    @Schema(hidden = true)
    String tag() {
        return EntityTags.of(id.toString(), state);
    }

    String path() {
        return "/api/v1/rule-runs/" + id;
    }
}
