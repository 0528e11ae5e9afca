package org.finplan.indicators.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.indicators.definition.BreakView;
import org.finplan.indicators.definition.Comparison;

/**
 * A disputed cell as it is sent.
 *
 * @param id id of the item
 * @param plan plan code
 * @param indicator indicator code
 * @param whole code of the region whose figure is held against its parts
 * @param region code of the region that has to explain or correct
 * @param period the period
 * @param state open, explained or closed
 * @param difference whole minus sum at the last step; null without both
 * @param allowedActions what the caller may do now
 * @param version version of the item, its ETag
 * @param comparability comparable, linked, unconfirmed or not-comparable: whether the whole and its parts are by one definition
 *     as they stand now
 * @param breaks the breaks between their definitions
 * @param steps what happened, the first step first; absent in lists
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "DisputedCell")
record DisputeView(
        UUID id,
        String plan,
        String indicator,
        String whole,
        String region,
        String period,
        String state,
        @Nullable BigDecimal difference,
        List<String> allowedActions,
        int version,
        String comparability,
        List<BreakView> breaks,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Step> steps) {

    /** One step. */
    @Schema(name = "DisputeStep")
    record Step(
            int version,
            String state,
            @Nullable BigDecimal difference,
            @Nullable String note,
            Instant at,
            String by) {

        static Step of(Dispute step) {
            return new Step(step.version(), step.state().code(), step.difference(), step.note(), step.at(), step.by());
        }
    }

    static DisputeView of(Dispute newest, List<String> allowed, Comparison comparison, List<Dispute> steps) {
        return new DisputeView(
                newest.id(),
                newest.plan(),
                newest.indicator(),
                newest.whole(),
                newest.region(),
                newest.period(),
                newest.state().code(),
                newest.difference(),
                allowed,
                newest.version(),
                comparison.comparability().code(),
                BreakView.of(comparison.breaks()),
                steps == null ? null : steps.stream().map(Step::of).toList());
    }
}
