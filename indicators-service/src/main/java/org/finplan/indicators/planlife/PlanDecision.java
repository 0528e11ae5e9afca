package org.finplan.indicators.planlife;

import java.time.Instant;

/**
 * What somebody decided about the life of a plan.
 *
 * @param plan plan code
 * @param stage evaluated or archived
 * @param reason why
 * @param decidedAt when
 * @param decidedBy who
 */
record PlanDecision(String plan, PlanStage stage, String reason, Instant decidedAt, String decidedBy) {}
