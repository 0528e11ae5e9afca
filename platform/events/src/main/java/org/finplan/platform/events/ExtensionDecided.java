package org.finplan.platform.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * More time was granted or refused.
 *
 * @param supervision id of the matter
 * @param title what is to be done
 * @param unit unit that is to act
 * @param region region concerned
 * @param accepted whether it was granted
 * @param previousDue current deadline before (Asia/Shanghai)
 * @param due current deadline now (Asia/Shanghai)
 * @param remark words of whoever decided, null when there are none
 * @param decidedBy subject of whoever did it
 * @param decidedAt when
 */
public record ExtensionDecided(
        UUID supervision,
        String title,
        String unit,
        String region,
        boolean accepted,
        LocalDate previousDue,
        LocalDate due,
        String remark,
        String decidedBy,
        Instant decidedAt)
        implements EventData {}
