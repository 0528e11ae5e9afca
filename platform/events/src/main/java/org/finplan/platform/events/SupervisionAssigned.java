package org.finplan.platform.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A matter was given to its unit, which is to receipt it.
 *
 * @param supervision id of the matter
 * @param title what is to be done
 * @param unit unit that is to act
 * @param region region concerned
 * @param due last day that is in time (Asia/Shanghai)
 * @param assignedBy subject of whoever did it
 * @param assignedAt when
 */
public record SupervisionAssigned(
        UUID supervision,
        String title,
        String unit,
        String region,
        LocalDate due,
        String assignedBy,
        Instant assignedAt)
        implements EventData {}
