package org.finplan.tasks.supervision.agenda;

import java.time.LocalDate;

/**
 * Which dates are asked for.
 *
 * @param from the first day
 * @param until the last day
 * @param most how many matters at most, the earliest first
 */
public record AgendaSpan(LocalDate from, LocalDate until, int most) {}
