package org.finplan.indicators.planlife;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.plan.Plan;
import org.finplan.platform.time.BusinessTime;

/**
 * Where a plan stands in its life, and how it came there. Plain Java.
 *
 * @param stage draft, in-force, ended, evaluated or archived
 * @param steps the stages that it has reached, the first one first
 */
@Schema(name = "PlanLife")
public record PlanLife(String stage, List<Step> steps) {

    /** Copies the steps. */
    public PlanLife {
        steps = List.copyOf(steps);
    }

    /**
     * A stage that a plan has reached.
     *
     * @param stage draft, in-force, ended, evaluated or archived
     * @param from first day of it; null of a draft
     * @param decidedAt when somebody decided it; absent where it follows from the package and the day
     * @param decidedBy who decided it
     * @param reason why
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PlanStep")
    public record Step(
            String stage,
            @Nullable LocalDate from,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy,
            @Nullable String reason) {

        private static Step by(PlanStage stage, LocalDate from) {
            return new Step(stage.code(), from, null, null, null);
        }

        private static Step by(PlanDecision decision) {
            return new Step(
                    decision.stage().code(),
                    BusinessTime.dayOf(decision.decidedAt()),
                    decision.decidedAt(),
                    decision.decidedBy(),
                    decision.reason());
        }
    }

    /**
     * Tells the life of a plan.
     *
     * @param plan the plan
     * @param decisions what people decided about it, in any order
     * @param today the day in the city
     * @return its life
     */
    static PlanLife of(Plan plan, List<PlanDecision> decisions, LocalDate today) {
        List<Step> steps = new ArrayList<>();
        if (decisions.isEmpty() && plan.isDraft(today)) {
            steps.add(Step.by(PlanStage.DRAFT, null));
        } else {
            steps.add(Step.by(PlanStage.IN_FORCE, plan.horizon().start()));
            if (plan.hasEnded(today) || !decisions.isEmpty()) {
                steps.add(Step.by(PlanStage.ENDED, plan.lastDay().plusDays(1)));
            }
            decisions.stream()
                    .sorted(Comparator.comparing(PlanDecision::stage))
                    .map(Step::by)
                    .forEach(steps::add);
        }
        return new PlanLife(steps.get(steps.size() - 1).stage(), steps);
    }

    PlanStage reached() {
        return PlanStage.of(stage);
    }
}
