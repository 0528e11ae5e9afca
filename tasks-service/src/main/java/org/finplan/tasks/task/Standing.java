package org.finplan.tasks.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * What one region last said of a leaf.
 *
 * @param region region code
 * @param status the status it gave
 * @param on date that its report is about
 * @param at when the suite learned it
 */
public record Standing(String region, TaskStatus status, LocalDate on, Instant at) {

    /** The newest date wins; of one date, what was learned last. */
    static final Comparator<Standing> BY_AGE =
            Comparator.comparing(Standing::on).thenComparing(Standing::at);
}
