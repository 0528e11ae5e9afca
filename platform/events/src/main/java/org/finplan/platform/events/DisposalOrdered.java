package org.finplan.platform.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Handling of an alert was ordered.
 *
 * @param alert id of the alert
 * @param region region concerned
 * @param responsibleUnit unit that must act
 * @param instruction what it must do
 * @param dueOn last day (Asia/Shanghai)
 * @param orderedBy subject
 * @param orderedAt when
 */
public record DisposalOrdered(
        UUID alert,
        String region,
        String responsibleUnit,
        String instruction,
        LocalDate dueOn,
        String orderedBy,
        Instant orderedAt)
        implements EventData {}
