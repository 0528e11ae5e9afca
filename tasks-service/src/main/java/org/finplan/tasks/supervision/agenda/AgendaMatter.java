package org.finplan.tasks.supervision.agenda;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.finplan.tasks.supervision.clock.Standstill;
import org.finplan.tasks.supervision.lifecycle.SupervisionState;

/**
 * The dates of an open matter. Nothing that somebody said about it: no cause, no answer, no remark, no name.
 *
 * @param id id of the matter
 * @param title what is to be done
 * @param state where it stands
 * @param colour the gravest colour that its ladder gave it, or null
 * @param originalDue the first deadline, which never changes
 * @param currentDue the deadline that holds
 * @param provisional whether a year on the way has no notice of holidays yet
 * @param pauses when its clock stands, the first one first
 * @param extension the later deadline that its unit asks for, or null
 * @param version counted up by each change
 * @param changedAt when it last changed
 */
public record AgendaMatter(
        UUID id,
        String title,
        SupervisionState state,
        @Nullable String colour,
        LocalDate originalDue,
        LocalDate currentDue,
        boolean provisional,
        List<Standstill> pauses,
        @Nullable AskedExtension extension,
        long version,
        Instant changedAt) {

    /**
     * A later deadline that waits for a decision.
     *
     * @param id id of the question
     * @param due the deadline that is asked for
     */
    public record AskedExtension(UUID id, LocalDate due) {}
}
