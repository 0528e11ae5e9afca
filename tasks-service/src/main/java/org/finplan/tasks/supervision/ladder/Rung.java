package org.finplan.tasks.supervision.ladder;

import java.time.LocalDate;

/**
 * A step that is to be taken.
 *
 * @param step the step
 * @param occasion which deadline, or which move, it is taken for
 * @param scheduledOn the day that the ladder says
 * @param on the day on which it can be taken: the same, or later when it was missed
 */
public record Rung(LadderStep step, int occasion, LocalDate scheduledOn, LocalDate on) {}
