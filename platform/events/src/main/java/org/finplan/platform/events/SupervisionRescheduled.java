package org.finplan.platform.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The current deadline of a matter moved; the original one stays.
 *
 * @param supervision id of the matter
 * @param title what is to be done
 * @param unit unit that is to act
 * @param region region concerned
 * @param reason what moved it
 * @param previousDue current deadline before (Asia/Shanghai)
 * @param due current deadline now (Asia/Shanghai)
 * @param provisional whether the day may still move, since a year on the way has no notice of holidays yet
 * @param rescheduledAt when
 */
public record SupervisionRescheduled(
        UUID supervision,
        String title,
        String unit,
        String region,
        String reason,
        LocalDate previousDue,
        LocalDate due,
        boolean provisional,
        Instant rescheduledAt)
        implements EventData {}
