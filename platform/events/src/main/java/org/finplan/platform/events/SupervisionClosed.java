package org.finplan.platform.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A matter was closed.
 *
 * @param supervision id of the matter
 * @param title what is to be done
 * @param unit unit that is to act
 * @param region region concerned
 * @param onTime whether the answer that was taken came in time
 * @param closedBy subject of whoever did it
 * @param closedAt when
 */
public record SupervisionClosed(
        UUID supervision, String title, String unit, String region, boolean onTime, String closedBy, Instant closedAt)
        implements EventData {}
