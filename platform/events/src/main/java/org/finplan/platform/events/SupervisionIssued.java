package org.finplan.platform.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A matter was registered for supervision.
 *
 * @param supervision id of the matter
 * @param title what is to be done
 * @param unit unit that is to act
 * @param region region concerned
 * @param causeKind what opened it
 * @param cause the cause in words
 * @param due last day that is in time (Asia/Shanghai)
 * @param provisional whether the day may still move, since a year on the way has no notice of holidays yet
 * @param plan plan code of the task or indicator concerned, null when there is none
 * @param task task concerned, null when there is none
 * @param alert alert concerned, null when there is none
 * @param issuedBy subject of whoever did it
 * @param issuedAt when
 */
public record SupervisionIssued(
        UUID supervision,
        String title,
        String unit,
        String region,
        String causeKind,
        String cause,
        LocalDate due,
        boolean provisional,
        String plan,
        String task,
        UUID alert,
        String issuedBy,
        Instant issuedAt)
        implements EventData {}
