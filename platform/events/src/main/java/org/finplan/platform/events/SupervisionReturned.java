package org.finplan.platform.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An answer was not taken; the unit goes on.
 *
 * @param supervision id of the matter
 * @param title what is to be done
 * @param unit unit that is to act
 * @param region region concerned
 * @param reply number of the answer
 * @param remark why
 * @param due last day that is in time (Asia/Shanghai)
 * @param returnedBy subject of whoever did it
 * @param returnedAt when
 */
public record SupervisionReturned(
        UUID supervision,
        String title,
        String unit,
        String region,
        int reply,
        String remark,
        LocalDate due,
        String returnedBy,
        Instant returnedAt)
        implements EventData {}
