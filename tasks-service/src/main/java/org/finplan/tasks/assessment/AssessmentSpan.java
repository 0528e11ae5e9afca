package org.finplan.tasks.assessment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The time that is assessed.
 *
 * @param text as it was asked for: a year, or {@code mid-term}
 * @param start the first day
 * @param end the last day
 */
record AssessmentSpan(String text, LocalDate start, LocalDate end) {

    static final String MID_TERM = "mid-term";

    /**
     * Reads what was asked for.
     *
     * @param text a year of the plan, or {@code mid-term} for the first half of its months
     * @param first the first day of the plan
     * @param last its last day
     * @return the time, empty when the text is none of these
     */
    static Optional<AssessmentSpan> of(String text, LocalDate first, LocalDate last) {
        if (MID_TERM.equals(text)) {
            long months = ChronoUnit.MONTHS.between(first, last.plusDays(1));
            return Optional.of(
                    new AssessmentSpan(text, first, first.plusMonths(months / 2).minusDays(1)));
        }
        if (text == null || !text.matches("[0-9]{4}")) {
            return Optional.empty();
        }
        int year = Integer.parseInt(text);
        return year < first.getYear() || year > last.getYear()
                ? Optional.empty()
                : Optional.of(new AssessmentSpan(text, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end);
    }
}
